namespace Storefront.Domain.Tickets;

/// <summary>One thing by which the queue is ordered.</summary>
public enum QueueKey
{
    /// <summary>The class, the most severe first.</summary>
    ClassRank,

    /// <summary>The plan's priority, the highest first (FEN-15).</summary>
    PlanPriority,

    /// <summary>When it joined the queue, the earliest first.</summary>
    Arrival,
}
