namespace Storefront.GraphQL.Execution.Cost;

/// <summary>The cost of a plan in one request; each node's is found once.</summary>
internal sealed class CostEvaluation(IReadOnlyDictionary<string, object?> variables, int defaultListSize, int nodeCount)
{
    private readonly OperationCost?[] found = new OperationCost?[nodeCount];

    /// <param name="node">What is selected.</param>
    /// <param name="parent">Where the field around it sizes some of these fields: its sizes; null elsewhere. The same whenever the node is asked for.</param>
    public OperationCost Of(CostNode node, (ListSize Size, double Length)? parent)
    {
        if (found[node.Index] is { } known)
        {
            return known;
        }

        var sum = new OperationCost(WeightOf(node.Costs, node.Directives), 0);
        foreach (var entry in node.Entries)
        {
            sum = sum.Plus(Of(entry, parent));
        }

        found[node.Index] = sum;
        return sum;
    }

    private OperationCost Of(CostEntry entry, (ListSize Size, double Length)? parent)
    {
        var own = entry.Weight + WeightOf(entry.Costs, entry.Weighed);
        var length = entry.Size?.Of(entry.Slicing, variables, defaultListSize);
        (ListSize, double)? below = entry.Size is { SizedFields.Length: > 0 } size ? (size, length!.Value) : null;
        var value = default(OperationCost);
        foreach (var (weight, node) in entry.Values)
        {
            var cost = new OperationCost(0, weight);
            value = value.Max(node is null ? cost : cost.Plus(Of(node, below)));
        }

        if (entry.ListDepth > 0)
        {
            // A length that the parent states for this field counts before the field's own.
            var count = parent is var (parentSize, inherited) && parentSize.SizedFields.Contains(entry.Field.Name) ? inherited
                : below is null ? length ?? defaultListSize
                : defaultListSize;
            value = value.Times(count);
            for (var level = 1; level < entry.ListDepth; level++)
            {
                value = value.Times(defaultListSize);
            }
        }

        return value.Plus(new OperationCost(Math.Max(0, own), 0));
    }

    private double WeightOf(SchemaCosts? costs, ArgumentSource[] sources)
    {
        var weight = 0d;
        foreach (var source in sources)
        {
            weight += costs!.Of(source.Definition, source.Read(variables));
        }

        return weight;
    }
}
