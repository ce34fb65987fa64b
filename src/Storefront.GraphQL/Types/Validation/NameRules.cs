using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Validation;

/// <summary>What a name of a schema may be (sections 2.1.9 and 3.1, "Reserved Names").</summary>
internal static class NameRules
{
    public static void Check(string name, SyntaxNode? node, SchemaErrors errors)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            errors.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
        }
        else if (name.Length == 0)
        {
            errors.Report("Expected name to be a non-empty string.", node);
        }
        else if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            errors.Report($"Names must only contain [_a-zA-Z0-9] but \"{name}\" does not.", node);
        }
        else if (char.IsAsciiDigit(name[0]))
        {
            errors.Report($"Names must start with [_a-zA-Z] but \"{name}\" does not.", node);
        }
    }
}
