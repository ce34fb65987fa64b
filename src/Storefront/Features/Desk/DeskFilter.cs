namespace Storefront.Features.Desk;

/// <summary>Which tickets of the queue are looked at.</summary>
public enum DeskFilter
{
    /// <summary>What the house has to do: in progress, or waiting to be begun.</summary>
    Open,

    /// <summary>What the viewer took.</summary>
    Mine,

    /// <summary>What nobody took.</summary>
    Unassigned,

    /// <summary>What has a class that is only proposed.</summary>
    Unconfirmed,

    /// <summary>A promise is missed, or its last quarter runs.</summary>
    Urgent,

    /// <summary>What waits for the customer.</summary>
    Waiting,

    /// <summary>What joins the queue with the next period.</summary>
    Scheduled,

    /// <summary>Resolved or closed, the latest first.</summary>
    Done,
}
