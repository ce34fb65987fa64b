using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>
/// Validates schema documents (section 3) as far as the document alone can tell: unique names, known types and directives, extensions
/// of what exists. What concerns the finished schema is validated there.
/// </summary>
public static class SchemaDocumentValidator
{
    private static readonly ValidationOptions Options = new() { Suggestions = true };

    /// <summary>Applies every rule of <see cref="SpecifiedRules.TypeSystem"/>.</summary>
    /// <param name="document">The definitions and extensions.</param>
    /// <param name="schemaToExtend">The schema that the document adds to; null when it stands for itself.</param>
    /// <returns>The errors in the order in which they were met; none when the document is valid.</returns>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document, Schema? schemaToExtend = null) =>
        new ValidationContext(schemaToExtend, document, Options).Run(SpecifiedRules.TypeSystem);
}
