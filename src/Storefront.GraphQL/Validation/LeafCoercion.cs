using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>Says what is wrong with a literal where a scalar or an enum value is expected (section 5.6.1).</summary>
internal static class LeafCoercion
{
    /// <summary>The message; null when the literal fits.</summary>
    public static string? FindError(ValueNode node, IType expected, ValidationContext context) => expected.NamedType switch
    {
        EnumType type => FindEnumError(node, type, context),
        ScalarType type => FindScalarError(node, type, expected),
        _ => Mismatch(node, expected),
    };

    private static string? FindEnumError(ValueNode node, EnumType type, ValidationContext context)
    {
        if (node is EnumValueNode name && type.Values.Contains(name.Value))
        {
            return null;
        }

        var text = SyntaxPrinter.Print(node);
        var suggestion = context.Options.Suggestions
            ? Suggestions.DidYouMean(Suggestions.Find(text, type.Values.Select(value => value.Name)), "the enum value ")
            : string.Empty;
        return node is EnumValueNode
            ? $"Value \"{text}\" does not exist in \"{type}\" enum.{suggestion}"
            : $"Enum \"{type}\" cannot represent non-enum value: {text}.{suggestion}";
    }

    private static string? FindScalarError(ValueNode node, ScalarType type, IType expected)
    {
        try
        {
            return type.TryParseLiteral(node, variables: null, out _, out var error) ? null : error ?? Mismatch(node, expected);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException or InvalidOperationException)
        {
            // A scalar of the program's own that throws where it should say no must not bring validation down.
            return Mismatch(node, expected);
        }
    }

    private static string Mismatch(ValueNode node, IType expected) =>
        $"Expected value of type \"{expected}\", found {SyntaxPrinter.Print(node)}.";
}
