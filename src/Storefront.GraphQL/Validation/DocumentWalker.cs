using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>
/// Walks a document once for all rules and keeps <see cref="TypeInfo"/> at the node that it has reached. It recurses as deep as
/// the document nests, which the parser has bounded.
/// </summary>
internal sealed partial class DocumentWalker(Schema? schema, TypeInfo types, ValidationRule[] rules)
{
    private DefinitionNode? definition;

    /// <summary>Walks the whole document.</summary>
    public void Walk(DocumentNode document)
    {
        foreach (var rule in rules)
        {
            rule.EnterDocument(document);
        }

        foreach (var item in document.Definitions)
        {
            definition = item;
            switch (item)
            {
                case OperationDefinitionNode operation:
                    WalkOperation(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    WalkFragmentDefinition(fragment);
                    break;
                default:
                    WalkTypeSystem(item);
                    break;
            }
        }

        foreach (var rule in rules)
        {
            rule.LeaveDocument(document);
        }
    }

    /// <summary>Walks an operation without its variables' definitions, or a fragment.</summary>
    public void WalkSelections(DefinitionNode item)
    {
        definition = item;
        switch (item)
        {
            case OperationDefinitionNode operation:
                types.OutputType = schema?.GetRootType(operation.Operation);
                WalkDirectives(operation.Directives, LocationOf(operation.Operation));
                WalkSelectionSet(operation.SelectionSet, operation);
                break;
            case FragmentDefinitionNode fragment:
                types.OutputType = TypeReference.Resolve(schema, fragment.TypeCondition);
                WalkDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
                WalkSelectionSet(fragment.SelectionSet, fragment);
                break;
        }
    }

    private void WalkOperation(OperationDefinitionNode node)
    {
        types.OutputType = schema?.GetRootType(node.Operation);
        foreach (var rule in rules)
        {
            rule.EnterOperation(node);
            EnterDirectives(rule, node.Directives, node);
        }

        foreach (var variable in node.VariableDefinitions)
        {
            WalkVariableDefinition(variable);
        }

        WalkSelections(node);
        foreach (var rule in rules)
        {
            rule.LeaveOperation(node);
        }
    }

    private void WalkVariableDefinition(VariableDefinitionNode node)
    {
        types.InputType = TypeReference.Resolve(schema, node.Type) is { NamedType.IsInputType: true } type ? type : null;
        foreach (var rule in rules)
        {
            rule.EnterVariableDefinition(node);
            EnterDirectives(rule, node.Directives, node);
        }

        WalkType(node.Type);
        if (node.DefaultValue is not null)
        {
            WalkValue(node.DefaultValue);
        }

        types.InputType = null;
        WalkDirectives(node.Directives, DirectiveLocation.VariableDefinition);
    }

    private void WalkFragmentDefinition(FragmentDefinitionNode node)
    {
        types.OutputType = TypeReference.Resolve(schema, node.TypeCondition);
        foreach (var rule in rules)
        {
            rule.EnterFragmentDefinition(node);
            EnterDirectives(rule, node.Directives, node);
        }

        WalkType(node.TypeCondition);
        WalkSelections(node);
    }

    private void WalkSelectionSet(SelectionSetNode node, SyntaxNode parent)
    {
        var outerParent = types.ParentType;
        types.ParentType = types.OutputType?.NamedType is { IsComposite: true } composite ? composite : null;
        foreach (var rule in rules)
        {
            rule.EnterSelectionSet(node, parent);
        }

        foreach (var selection in node.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    WalkField(field);
                    break;
                case FragmentSpreadNode spread:
                    WalkFragmentSpread(spread);
                    break;
                case InlineFragmentNode fragment:
                    WalkInlineFragment(fragment);
                    break;
            }
        }

        types.ParentType = outerParent;
    }

    private void WalkField(FieldNode node)
    {
        var (outerField, outerType) = (types.Field, types.OutputType);
        types.Field = FieldLookup.Find(schema, types.ParentType, node.Name.Value);
        types.OutputType = types.Field?.Type;
        foreach (var rule in rules)
        {
            rule.EnterField(node);
            EnterDirectives(rule, node.Directives, node);
        }

        WalkArguments(node.Arguments, types.Field?.Arguments);
        WalkDirectives(node.Directives, DirectiveLocation.Field);
        if (node.SelectionSet is not null)
        {
            WalkSelectionSet(node.SelectionSet, node);
        }

        foreach (var rule in rules)
        {
            rule.LeaveField(node);
        }

        (types.Field, types.OutputType) = (outerField, outerType);
    }

    private void WalkFragmentSpread(FragmentSpreadNode node)
    {
        foreach (var rule in rules)
        {
            rule.EnterFragmentSpread(node);
            EnterDirectives(rule, node.Directives, node);
        }

        WalkDirectives(node.Directives, DirectiveLocation.FragmentSpread);
    }

    private void WalkInlineFragment(InlineFragmentNode node)
    {
        var outerType = types.OutputType;
        types.OutputType = node.TypeCondition is null ? types.ParentType : TypeReference.Resolve(schema, node.TypeCondition);
        foreach (var rule in rules)
        {
            rule.EnterInlineFragment(node);
            EnterDirectives(rule, node.Directives, node);
        }

        if (node.TypeCondition is not null)
        {
            WalkType(node.TypeCondition);
        }

        WalkDirectives(node.Directives, DirectiveLocation.InlineFragment);
        WalkSelectionSet(node.SelectionSet, node);
        types.OutputType = outerType;
    }

    private static string LocationOf(OperationType operation) => operation switch
    {
        OperationType.Query => DirectiveLocation.Query,
        OperationType.Mutation => DirectiveLocation.Mutation,
        OperationType.Subscription => DirectiveLocation.Subscription,
    };
}
