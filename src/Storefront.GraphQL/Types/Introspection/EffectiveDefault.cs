using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Introspection;

/// <summary>
/// The default as it takes effect (section 4.2.4: "the default value used"): the fields that an input object leaves out stand in it
/// with their own defaults, a single value for a list is a list of one, and strings stand on one line.
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
        _ => value,
    };

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
