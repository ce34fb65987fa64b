using System.Collections.Frozen;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Introspection;

namespace Storefront.GraphQL.Execution.Plan;

/// <summary>Collects fields (section 6.3.2, CollectFields and section 6.4.3, MergeSelectionSets) of a validated document.</summary>
internal sealed class OperationCompiler(Operation operation, DocumentNode document, FrozenDictionary<string, bool?> conditions)
{
    private readonly FrozenDictionary<string, FragmentDefinitionNode> fragments = document.Definitions
        .OfType<FragmentDefinitionNode>()
        .ToFrozenDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    public SelectionSet Compile(ObjectType objectType, IReadOnlyList<SelectionSetNode> selectionSets)
    {
        OrderedDictionary<string, List<FieldNode>> collected;
        try
        {
            collected = Collect(objectType, selectionSets, null);
        }
        catch (GraphQLException exception)
        {
            return new SelectionSet(objectType, []) { Failure = exception.Errors[0] };
        }

        var selections = new Selection[collected.Count];
        for (var index = 0; index < selections.Length; index++)
        {
            var (responseName, nodes) = collected.GetAt(index);
            selections[index] = new Selection(operation, objectType, FindField(objectType, nodes[0].Name.Value), responseName, index, nodes);
        }

        return new SelectionSet(objectType, selections) { Cost = CostOf(objectType, selections) };
    }

    private OperationCost CostOf(ObjectType objectType, Selection[] selections)
    {
        var costs = operation.Schema.Costs;
        var cost = new OperationCost(0, costs.Of(objectType));
        foreach (var selection in selections)
        {
            var named = selection.Field.Type.NamedType;
            cost = cost.Plus(new OperationCost(Math.Max(0, costs.Of(selection.Field).Weight), named.IsLeaf ? costs.Of(named) : 0));
        }

        return cost;
    }

    /// <summary>The fields selected on an object type by response name, in order.</summary>
    /// <param name="objectType">The type.</param>
    /// <param name="selectionSets">What is selected on it.</param>
    /// <param name="fragmentDirectives">Takes the directives on the fragments included; null where nobody asks.</param>
    /// <exception cref="GraphQLException">The condition of a <c>@skip</c> or <c>@include</c> is null.</exception>
    public OrderedDictionary<string, List<FieldNode>> Collect(
        ObjectType objectType, IReadOnlyList<SelectionSetNode> selectionSets, List<DirectiveNode>? fragmentDirectives)
    {
        var collected = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var selectionSet in selectionSets)
        {
            Collect(objectType, selectionSet, collected, visited, fragmentDirectives);
        }

        return collected;
    }

    private void Collect(
        ObjectType objectType,
        SelectionSetNode selectionSet,
        OrderedDictionary<string, List<FieldNode>> collected,
        HashSet<string> visited,
        List<DirectiveNode>? fragmentDirectives)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!IsIncluded(selection.Directives))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    if (!collected.TryGetValue(field.ResponseName, out var nodes))
                    {
                        collected.Add(field.ResponseName, nodes = []);
                    }

                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(objectType, inline.TypeCondition):
                    fragmentDirectives?.AddRange(inline.Directives);
                    Collect(objectType, inline.SelectionSet, collected, visited, fragmentDirectives);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = fragments[spread.Name.Value];
                    if (Applies(objectType, fragment.TypeCondition))
                    {
                        fragmentDirectives?.AddRange(spread.Directives);
                        Collect(objectType, fragment.SelectionSet, collected, visited, fragmentDirectives);
                    }

                    break;
            }
        }
    }

    private bool Applies(ObjectType objectType, NamedTypeNode? condition) =>
        condition is null
        || (operation.Schema.TryGetType(condition.Name.Value, out var type) && operation.Schema.GetPossibleTypes(type).Contains(objectType));

    public OutputField FindField(ObjectType objectType, string name)
    {
        if (name == IntrospectionFields.TypeName.Name)
        {
            return IntrospectionFields.TypeName;
        }

        if (ReferenceEquals(objectType, operation.Schema.QueryType))
        {
            if (name == IntrospectionFields.Schema.Name)
            {
                return IntrospectionFields.Schema;
            }

            if (name == IntrospectionFields.Type.Name)
            {
                return IntrospectionFields.Type;
            }
        }

        return objectType.Fields[name];
    }

    // What @skip leaves out asks nothing of @include.
    private bool IsIncluded(IReadOnlyList<DirectiveNode> directives) =>
        directives.Count == 0 || (ConditionOf(directives, SpecifiedDirectives.Skip) != true && ConditionOf(directives, SpecifiedDirectives.Include) != false);

    // A variable with a default may stand here and be null all the same (section 5.8.5), which is an error when it is used.
    private bool? ConditionOf(IReadOnlyList<DirectiveNode> directives, DirectiveType type) =>
        directives.FirstOrDefault(directive => directive.Name.Value == type.Name)?.Arguments[0].Value switch
        {
            null => null,
            BooleanValueNode literal => literal.Value,
            VariableNode variable => conditions[variable.Name.Value] ?? throw new GraphQLException(ErrorHelper.ArgumentIsNull(type.Arguments["if"], variable)),
            _ => throw new InvalidOperationException("A document that was not validated was given to the compiler."),
        };
}
