using System.Diagnostics.CodeAnalysis;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation;

/// <summary>
/// A document's fragments: which spread which, and which variables operations use through them. Everything is found once and
/// without recursion along chains of fragments, which a document may make as long as it likes.
/// </summary>
internal sealed class FragmentGraph
{
    private readonly ValidationContext context;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> spreads = [];
    private readonly Dictionary<DefinitionNode, List<VariableUsage>> usages = [];

    // Three rules ask in turn for one operation; lists of all operations together could take far more room than the document.
    private (OperationDefinitionNode Operation, List<VariableUsage> Usages)? lastUsages;

    /// <summary>Takes up the document's fragments; of two with one name the last counts.</summary>
    public FragmentGraph(ValidationContext context)
    {
        this.context = context;
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                fragments[fragment.Name.Value] = fragment;
            }
        }
    }

    /// <summary>Finds a fragment by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out FragmentDefinitionNode? fragment) => fragments.TryGetValue(name, out fragment);

    /// <summary>The spreads in a selection set and those nested in it.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode selectionSet)
    {
        if (!spreads.TryGetValue(selectionSet, out var found))
        {
            spreads[selectionSet] = found = FindSpreads(selectionSet);
        }

        return found;
    }

    /// <summary>The fragments that some operation of the document uses.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachedByAny() =>
        FindReached(context.Document.Definitions.OfType<OperationDefinitionNode>().Select(operation => operation.SelectionSet));

    /// <summary>The variables that an operation uses, itself or through fragments.</summary>
    public IReadOnlyList<VariableUsage> VariablesUsedBy(OperationDefinitionNode operation)
    {
        if (lastUsages is var (last, found) && last == operation)
        {
            return found;
        }

        var all = new List<VariableUsage>(UsagesIn(operation));
        foreach (var fragment in FindReached([operation.SelectionSet]))
        {
            var own = UsagesIn(fragment);
            context.Spend(own.Count + 1);
            all.AddRange(own);
        }

        lastUsages = (operation, all);
        return all;
    }

    private static List<FragmentSpreadNode> FindSpreads(SelectionSetNode selectionSet)
    {
        var found = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([selectionSet]);
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        found.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } nested }:
                        pending.Push(nested);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        return found;
    }

    private List<FragmentDefinitionNode> FindReached(IEnumerable<SelectionSetNode> roots)
    {
        var found = new List<FragmentDefinitionNode>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionSetNode>(roots);
        while (pending.TryPop(out var current))
        {
            var direct = SpreadsIn(current);
            context.Spend(direct.Count);
            foreach (var spread in direct)
            {
                if (names.Add(spread.Name.Value) && fragments.TryGetValue(spread.Name.Value, out var fragment))
                {
                    found.Add(fragment);
                    pending.Push(fragment.SelectionSet);
                }
            }
        }

        return found;
    }

    private List<VariableUsage> UsagesIn(DefinitionNode definition)
    {
        if (!usages.TryGetValue(definition, out var found))
        {
            usages[definition] = found = VariableUsageCollector.Collect(context, context.Schema, definition);
        }

        return found;
    }
}
