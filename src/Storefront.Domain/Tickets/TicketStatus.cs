namespace Storefront.Domain.Tickets;

/// <summary>Where a ticket stands.</summary>
public enum TicketStatus
{
    /// <summary>It joins the queue when the next billing period starts (FLU-17).</summary>
    Scheduled,

    /// <summary>It is in the queue.</summary>
    Open,

    /// <summary>The house finds out what it takes, which development has to pass first (FLU-27).</summary>
    Assessing,

    /// <summary>It waits for the customer to approve a quote.</summary>
    AwaitingApproval,

    /// <summary>It is planned for a day.</summary>
    Planned,

    /// <summary>Somebody works on it.</summary>
    InProgress,

    /// <summary>It waits for an answer of the customer.</summary>
    WaitingForCustomer,

    /// <summary>Solved, or answered for good.</summary>
    Resolved,

    /// <summary>Done with; it can be reopened.</summary>
    Closed,
}
