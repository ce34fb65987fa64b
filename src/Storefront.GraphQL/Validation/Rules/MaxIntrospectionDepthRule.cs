using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Introspection does not multiply lists by lists: three lists of members inside each other are refused.</summary>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context)
{
    private const int MostLists = 3;

    // How deep in lists each fragment has been looked into already without going too deep.
    private readonly Dictionary<string, int> checkedFragments = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Section => "sec-Schema-Introspection";

    /// <inheritdoc/>
    public override void EnterField(FieldNode node)
    {
        if (node.Name.Value is "__schema" or "__type" && node.SelectionSet is not null && IsTooDeep(node.SelectionSet))
        {
            Report("Maximum introspection depth exceeded", node);
        }
    }

    private bool IsTooDeep(SelectionSetNode root)
    {
        var visitedFragments = new Dictionary<string, int>(StringComparer.Ordinal);
        var pending = new Stack<(SelectionSetNode Node, int Lists)>([(root, 0)]);
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Node.Selections)
            {
                var (nested, lists) = Descend(selection, current.Lists, visitedFragments);
                if (lists >= MostLists)
                {
                    return true;
                }

                if (nested is not null)
                {
                    pending.Push((nested, lists));
                }
            }
        }

        foreach (var (name, lists) in visitedFragments)
        {
            checkedFragments[name] = lists;
        }

        return false;
    }

    private (SelectionSetNode? Nested, int Lists) Descend(SelectionNode selection, int lists, Dictionary<string, int> visitedFragments)
    {
        switch (selection)
        {
            case FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } field:
                return (field.SelectionSet, lists + 1);
            case FieldNode field:
                return (field.SelectionSet, lists);
            case InlineFragmentNode inline:
                return (inline.SelectionSet, lists);
            case FragmentSpreadNode spread when checkedFragments.GetValueOrDefault(spread.Name.Value, -1) < lists
                && visitedFragments.GetValueOrDefault(spread.Name.Value, -1) < lists
                && Context.Fragments.TryGet(spread.Name.Value, out var fragment):
                visitedFragments[spread.Name.Value] = lists;
                return (fragment.SelectionSet, lists);
            default:
                return (null, lists);
        }
    }
}
