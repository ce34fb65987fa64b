using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>
/// Validates schema documents (section 3) as far as the document alone can tell: unique names, known types and directives, extensions
/// of what exists. What concerns the finished schema is validated there.
/// </summary>
public static class SchemaDocumentValidator
{
    // Who writes a schema wants to see every fault of it.
    private static readonly ValidationOptions Options = new() { Suggestions = true, MaxErrors = int.MaxValue };

    /// <summary>Applies every rule of <see cref="SpecifiedRules.TypeSystem"/>.</summary>
    /// <param name="document">The definitions and extensions.</param>
    /// <param name="schemaToExtend">The schema that the document adds to; null when it stands for itself.</param>
    /// <returns>The errors in the order in which they were met; none when the document is valid.</returns>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document, Schema? schemaToExtend = null) =>
        Validate(document, schemaToExtend, GivenDefinitions.None);

    /// <summary>The same for a document beside types and directives that are written in C#.</summary>
    internal static IReadOnlyList<GraphQLError> Validate(DocumentNode document, Schema? schemaToExtend, GivenDefinitions given) =>
        new ValidationContext(schemaToExtend, document, Options, given).Run(SpecifiedRules.TypeSystem);
}
