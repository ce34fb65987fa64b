using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>Validates executable documents (section 5).</summary>
public static class DocumentValidator
{
    /// <summary>Applies every rule of <see cref="SpecifiedRules.Executable"/>.</summary>
    /// <param name="schema">A valid schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="options">Null for <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>The errors in the order in which they were met; none when the document is valid.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null) =>
        new ValidationContext(schema, document, options ?? ValidationOptions.Default).Run(SpecifiedRules.Executable);
}
