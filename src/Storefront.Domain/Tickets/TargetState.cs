namespace Storefront.Domain.Tickets;

/// <summary>How a promise stands (COM-03).</summary>
public enum TargetState
{
    /// <summary>It does not run yet, because the ticket is scheduled or an earlier one comes first.</summary>
    NotStarted,

    /// <summary>Its clock runs.</summary>
    Running,

    /// <summary>Its clock stands still, because the ticket waits for the customer.</summary>
    Paused,

    /// <summary>Kept.</summary>
    Met,

    /// <summary>Not kept, or too late.</summary>
    Missed,
}
