using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>What the use of a directive is checked against, whether the schema or the document defines it.</summary>
internal sealed record DirectiveSignature(bool IsRepeatable, IReadOnlyList<string> Locations, IReadOnlyList<ArgumentSignature> Arguments)
{
    /// <summary>The signature of a directive of a schema.</summary>
    public static DirectiveSignature Of(DirectiveType directive) => new(
        directive.IsRepeatable,
        directive.Locations,
        [.. directive.Arguments.Select(argument => new ArgumentSignature(argument.Name, argument.Type.ToString()!, argument.IsRequired))]);

    /// <summary>The signature of a directive of a document.</summary>
    public static DirectiveSignature Of(DirectiveDefinitionNode directive) => new(
        directive.IsRepeatable,
        [.. directive.Locations.Select(location => location.Value)],
        [.. directive.Arguments.DistinctBy(argument => argument.Name.Value).Select(argument => new ArgumentSignature(
            argument.Name.Value,
            SyntaxPrinter.Print(argument.Type),
            argument.Type is NonNullTypeNode && argument.DefaultValue is null))]);
}

/// <summary>An argument of a directive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as written.</param>
/// <param name="IsRequired">Whether a value must be given.</param>
internal sealed record ArgumentSignature(string Name, string Type, bool IsRequired);
