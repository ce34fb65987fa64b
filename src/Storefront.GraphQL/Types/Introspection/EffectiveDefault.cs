using System.Globalization;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Introspection;

/// <summary>
/// The default as it takes effect (section 4.2.4: "the default value used"): the fields that an input object leaves out stand in it
/// with their own defaults, a single value for a list is a list of one, strings stand on one line, and numbers and ids are written as briefly
/// as they can be.
/// </summary>
internal static class EffectiveDefault
{
    public static string? Print(InputValue input) =>
        input.DefaultValue is null ? null : SyntaxPrinter.Print(Complete(input.Type.Nullable, input.DefaultValue));

    private static ValueNode Complete(IType type, ValueNode value) => (type, value) switch
    {
        (_, NullValueNode) => value,
        (ListType list, ListValueNode items) => new ListValueNode([.. items.Values.Select(item => Complete(list.ElementType.Nullable, item))]),
        (ListType list, _) => new ListValueNode([Complete(list.ElementType.Nullable, value)]),
        (_, StringValueNode { Block: true } text) => new StringValueNode(text.Value),
        (InputObjectType inputObject, ObjectValueNode given) => new ObjectValueNode([.. Fields(inputObject, given)]),
        (FloatType, FloatValueNode number) => Shorten(value, number.Value),
        (FloatType, IntValueNode number) => Shorten(value, number.Value),
        (IdType, StringValueNode id) when IsNumber(id.Value) => new IntValueNode(id.Value),
        _ => value,
    };

    // What is no double stays as it is.
    private static ValueNode Shorten(ValueNode value, string text)
    {
        var number = double.Parse(text, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? new FloatValueNode(ShortestNumber.Format(number)) : value;
    }

    private static bool IsNumber(string id)
    {
        var digits = id.AsSpan(id.StartsWith('-') ? 1 : 0);
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || digits.Length == 1);
    }

    private static IEnumerable<ObjectFieldNode> Fields(InputObjectType type, ObjectValueNode given)
    {
        foreach (var definition in type.Fields)
        {
            var value = given.Fields.FirstOrDefault(field => field.Name.Value == definition.Name)?.Value ?? definition.DefaultValue;
            if (value is not null)
            {
                yield return new ObjectFieldNode(new NameNode(definition.Name), Complete(definition.Type.Nullable, value));
            }
        }
    }
}
