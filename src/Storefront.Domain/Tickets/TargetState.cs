namespace Storefront.Domain.Tickets;

/// <summary>Where a target stands (COM-03).</summary>
public enum TargetState
{
    /// <summary>Its clock runs.</summary>
    Running,

    /// <summary>Its clock stands still, because the ticket waits for the customer.</summary>
    Paused,

    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Not done in time.</summary>
    Missed,

    /// <summary>No longer promised, because the class changed or the ticket was withdrawn.</summary>
    Withdrawn,
}
