namespace Storefront.Domain.Tickets;

/// <summary>Where a ticket stands.</summary>
public enum TicketStatus
{
    /// <summary>Joins the queue when the next period starts (FLU-17).</summary>
    Scheduled,
    Open,

    /// <summary>Being assessed before it can be planned (FLU-27).</summary>
    Assessing,
    AwaitingApproval,
    Planned,
    InProgress,
    WaitingForCustomer,
    Resolved,
    Closed,
}
