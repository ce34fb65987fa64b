using Storefront.GraphQL.Execution.Limits;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>Refuses documents whose operations are larger than <see cref="OperationLimits"/> allows.</summary>
internal sealed class CheckLimits(OperationLimits limits)
{
    /// <returns>The first limit that an operation exceeds; null when there is none.</returns>
    public GraphQLError? Run(DocumentNode document)
    {
        var meter = new OperationMeter(document);
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation && Check(operation, meter.Measure(operation)) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? Check(OperationDefinitionNode operation, OperationSize size) =>
        size.Fields > limits.MaxFields
            ? ErrorHelper.OperationTooLarge(operation, "fields, with its fragments expanded", size.Fields, nameof(limits.MaxFields), limits.MaxFields, "Select fewer fields or split the operation.")
        : size.Aliases > limits.MaxAliases
            ? ErrorHelper.OperationTooLarge(operation, "aliases", size.Aliases, nameof(limits.MaxAliases), limits.MaxAliases, "Ask for a list instead of one field under many names, or split the operation.")
        : size.Directives > limits.MaxDirectives
            ? ErrorHelper.OperationTooLarge(operation, "directives", size.Directives, nameof(limits.MaxDirectives), limits.MaxDirectives, "Put a directive on a fragment instead of on each of its fields.")
        : size.Depth > limits.MaxSelectionDepth
            ? ErrorHelper.OperationTooLarge(operation, "levels of fields", size.Depth, nameof(limits.MaxSelectionDepth), limits.MaxSelectionDepth, "Ask for the inner objects in an operation of their own.")
        : null;
}
