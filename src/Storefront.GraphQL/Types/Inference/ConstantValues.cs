using System.Collections;
using System.Globalization;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>C# constants as literals, for default values.</summary>
internal static class ConstantValues
{
    public static ValueNode ToNode(object? value) => value switch
    {
        null => new NullValueNode(),
        bool truth => new BooleanValueNode(truth),
        string text => new StringValueNode(text),
        char character => new StringValueNode(character.ToString()),
        Enum member => new EnumValueNode(EnumName(member)),
        double or float or decimal => Number((IFormattable)value),
        IFormattable number => new IntValueNode(number.ToString(null, CultureInfo.InvariantCulture)),
        IEnumerable list => new ListValueNode([.. list.Cast<object?>().Select(ToNode)]),
        _ => throw new ArgumentException($"{value.GetType()} cannot be a default value.", nameof(value)),
    };

    private static ValueNode Number(IFormattable value)
    {
        var text = value.ToString(null, CultureInfo.InvariantCulture);
        return text.All(character => char.IsAsciiDigit(character) || character == '-') ? new IntValueNode(text) : new FloatValueNode(text);
    }

    private static string EnumName(Enum member) =>
        member.GetType().GetField(member.ToString()) is { } field
            ? Naming.EnumValueName(field)
            : throw new ArgumentException($"{member} is no value of {member.GetType()}.", nameof(member));
}
