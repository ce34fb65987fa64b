namespace Storefront.GraphQL.Execution.Limits;

/// <summary>What a selection set comes to with its fragments expanded. Counts stop growing where no limit can be any more.</summary>
/// <param name="Fields">Fields.</param>
/// <param name="Aliases">Fields that are given another name.</param>
/// <param name="Directives">Directives.</param>
/// <param name="Depth">Levels of fields.</param>
internal readonly record struct OperationSize(long Fields, long Aliases, long Directives, long Depth)
{
    private const long Most = int.MaxValue;

    /// <summary>This with another selection set that begins at a level of it.</summary>
    public OperationSize With(OperationSize other, long level) => new(
        Math.Min(Most, Fields + other.Fields),
        Math.Min(Most, Aliases + other.Aliases),
        Math.Min(Most, Directives + other.Directives),
        Math.Min(Most, Math.Max(Depth, level + other.Depth)));
}
