using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Fragments do not spread themselves, directly or through others (section 5.5.2.2).</summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    private const int MostNames = 100;
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Section => "sec-Fragment-Spreads-Must-Not-Form-Cycles";

    /// <inheritdoc/>
    public override void EnterFragmentDefinition(FragmentDefinitionNode node)
    {
        if (visited.Add(node.Name.Value))
        {
            FindCycles(node);
        }
    }

    /// <summary>Follows spreads depth first, with a path of its own because a chain of fragments may be longer than the stack is deep.</summary>
    private void FindCycles(FragmentDefinitionNode start)
    {
        var path = new List<Step> { new(start.Name.Value, null, Context.Fragments.SpreadsIn(start.SelectionSet).GetEnumerator()) };
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal) { [start.Name.Value] = 0 };
        while (path.Count > 0)
        {
            var step = path[^1];
            if (!step.Spreads.MoveNext())
            {
                indexes.Remove(step.Fragment);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var spread = step.Spreads.Current;
            var name = spread.Name.Value;
            if (indexes.TryGetValue(name, out var index))
            {
                ReportCycle(name, [.. path.Skip(index + 1).Select(item => item.Spread!), spread]);
            }
            else if (Context.Fragments.TryGet(name, out var fragment) && visited.Add(name))
            {
                indexes[name] = path.Count;
                path.Add(new Step(name, spread, Context.Fragments.SpreadsIn(fragment.SelectionSet).GetEnumerator()));
            }
        }
    }

    private void ReportCycle(string name, List<FragmentSpreadNode> cycle)
    {
        Context.Spend(cycle.Count);
        var via = string.Join(", ", cycle[..^1].Take(MostNames).Select(spread => $"\"{spread.Name.Value}\""));
        Report($"Cannot spread fragment \"{name}\" within itself{(via.Length == 0 ? "." : $" via {via}.")}", cycle.Take(MostNames));
    }

    /// <summary>A fragment on the path, where it was spread, and those of its spreads that are still to be followed.</summary>
    private sealed record Step(string Fragment, FragmentSpreadNode? Spread, IEnumerator<FragmentSpreadNode> Spreads);
}
