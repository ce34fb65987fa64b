using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>A subscription selects one field of its root, unconditionally and no introspection (section 5.2.4.1).</summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Single-Root-Field";

    /// <inheritdoc/>
    public override void EnterOperation(OperationDefinitionNode node)
    {
        if (node.Operation != OperationType.Subscription || Context.Schema!.SubscriptionType is not { } root)
        {
            return;
        }

        var subscription = node.Name is null ? "Anonymous Subscription" : $"Subscription \"{node.Name.Value}\"";
        var conditions = new List<DirectiveNode>();
        var fields = CollectFields(node.SelectionSet, root, conditions);
        if (conditions.Count > 0)
        {
            Report($"{subscription} must not use @skip or @include on its top level selections.", conditions);
        }

        var groups = fields.GroupBy(field => field.ResponseName, StringComparer.Ordinal).ToList();
        if (groups.Count > 1)
        {
            Report($"{subscription} must select only one top level field.", groups.Skip(1).SelectMany(group => group));
        }

        foreach (var group in groups)
        {
            if (group.First().Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                Report($"{subscription} must not select an introspection top level field.", group);
            }
        }
    }

    /// <summary>The root's fields with those of fragments (CollectSubscriptionFields), in order.</summary>
    private List<FieldNode> CollectFields(SelectionSetNode selectionSet, ObjectType root, List<DirectiveNode> conditions)
    {
        var fields = new List<FieldNode>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<IEnumerator<SelectionNode>>([selectionSet.Selections.GetEnumerator()]);
        while (pending.TryPeek(out var selections))
        {
            if (!selections.MoveNext())
            {
                pending.Pop();
                continue;
            }

            var selection = selections.Current;
            conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
            var nested = selection switch
            {
                InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, root) => inline.SelectionSet,
                FragmentSpreadNode spread when visited.Add(spread.Name.Value)
                    && Context.Fragments.TryGet(spread.Name.Value, out var fragment)
                    && Applies(fragment.TypeCondition, root) => fragment.SelectionSet,
                _ => null,
            };
            if (nested is not null)
            {
                pending.Push(nested.Selections.GetEnumerator());
            }
            else if (selection is FieldNode field)
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private bool Applies(NamedTypeNode condition, ObjectType root) =>
        Context.ResolveType(condition) is NamedType { IsComposite: true } type && Context.Schema!.GetPossibleTypes(type).Contains(root);
}
