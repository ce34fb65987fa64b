using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>Writes arguments so that equal ones have equal texts: names in order, values as written.</summary>
internal static class CanonicalText
{
    /// <summary>The text of some arguments.</summary>
    public static string Of(IReadOnlyList<ArgumentNode> arguments) => string.Join(
        ',',
        arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal).Select(argument => $"{argument.Name.Value}:{Of(argument.Value)}"));

    private static string Of(ValueNode value) => value switch
    {
        ListValueNode list => $"[{string.Join(',', list.Values.Select(Of))}]",
        ObjectValueNode fields => $"{{{string.Join(',', fields.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal).Select(field => $"{field.Name.Value}:{Of(field.Value)}"))}}}",

        // A block string and a string of the same value are different literals, as they are in print.
        StringValueNode { Block: true } text => $"\"\"{SyntaxPrinter.PrintString(text.Value)}",
        _ => SyntaxPrinter.Print(value),
    };
}
