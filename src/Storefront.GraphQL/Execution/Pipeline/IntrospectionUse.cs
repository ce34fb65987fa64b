using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>Whether a document asks for the schema (section 4.1), by the meta fields that may be forbidden; <c>__typename</c> never is.</summary>
internal static class IntrospectionUse
{
    public static bool IsIn(DocumentNode document) => document.Definitions.Any(definition => definition switch
    {
        OperationDefinitionNode operation => IsIn(operation.SelectionSet),
        FragmentDefinitionNode fragment => IsIn(fragment.SelectionSet),
        _ => false,
    });

    private static bool IsIn(SelectionSetNode? selectionSet) => selectionSet is not null && selectionSet.Selections.Any(selection => selection switch
    {
        FieldNode field => field.Name.Value is "__schema" or "__type" || IsIn(field.SelectionSet),
        InlineFragmentNode fragment => IsIn(fragment.SelectionSet),
        _ => false,
    });
}
