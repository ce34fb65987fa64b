using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>What is selected on values of one object type, merged as execution merges it.</summary>
internal sealed class CostNode(int index)
{
    /// <summary>Its place among the nodes of the plan.</summary>
    public int Index { get; } = index;

    public CostEntry[] Entries { get; set; } = [];

    /// <summary>Weighed arguments of directives on the fragments that lead here.</summary>
    public ArgumentSource[] Directives { get; set; } = [];

    public SchemaCosts? Costs { get; init; }
}

/// <summary>A field of a <see cref="CostNode"/>.</summary>
internal sealed class CostEntry
{
    public required SchemaCosts Costs { get; init; }

    public required OutputField Field { get; init; }

    /// <summary>The first of the nodes that select it, for errors.</summary>
    public required FieldNode Node { get; init; }

    /// <summary>Its own weight.</summary>
    public required double Weight { get; init; }

    /// <summary>The arguments, its own and its directives', whose values weigh something.</summary>
    public required ArgumentSource[] Weighed { get; init; }

    /// <summary>How long the list is; null where nothing is said.</summary>
    public required ListSize? Size { get; init; }

    /// <summary>The arguments in which <see cref="ListSize.SlicingArguments"/> begin, in their order.</summary>
    public required ArgumentSource[] Slicing { get; init; }

    /// <summary>Levels of lists around the value.</summary>
    public required int ListDepth { get; init; }

    /// <summary>The value's types with what is selected on each: those that it may be, or its own without a selection when it is a leaf.</summary>
    public required (double Weight, CostNode? Node)[] Values { get; init; }

    /// <summary>Whether it costs the same in every request, what is below it aside.</summary>
    public bool IsConstant => Array.TrueForAll(Weighed, source => source.IsConstant) && Array.TrueForAll(Slicing, source => source.IsConstant);
}
