using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for the kind of operation (section 5.2.1.1).</summary>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Operation-Type-Existence";

    /// <inheritdoc/>
    public override void EnterOperation(OperationDefinitionNode node)
    {
        if (Types.OutputType is null)
        {
            Report($"The {node.Operation.ToString().ToLowerInvariant()} operation is not supported by the schema.", node);
        }
    }
}
