namespace Storefront.GraphQL.Execution.Cost;

/// <summary>What a request asks about its own cost.</summary>
public enum CostMode
{
    /// <summary>Nothing: the options decide whether it is told.</summary>
    Execute,

    /// <summary>To be told, too.</summary>
    Report,

    /// <summary>To be told, and nothing else: the operation is not executed and not charged.</summary>
    Validate,
}
