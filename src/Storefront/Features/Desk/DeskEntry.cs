using System.Collections.Immutable;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;

namespace Storefront.Features.Desk;

/// <summary>A ticket as a line of the desk.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Account">Its customer.</param>
/// <param name="Place">Its place in the house's queue; null when it does not wait to be begun.</param>
/// <param name="Next">The promise that has to be looked at next: a missed one, else the first due, else one that stands still; null when there is none.</param>
/// <param name="Urgency">How that promise stands.</param>
public sealed record DeskEntry(Ticket Ticket, DeskAccount Account, QueuePlace? Place, TargetProgress? Next, TargetUrgency Urgency)
{
    /// <summary>Name of who took it; null when nobody did.</summary>
    public string? Assignee { get; init; }

    /// <summary>Whether its customer asked for priority (ALF-10).</summary>
    public bool AsksForPriority { get; init; }

    /// <summary>Where staff may send it now.</summary>
    public ImmutableArray<TicketStatus> Steps { get; init; } = [];

    /// <summary>Whether the house has something to do, now.</summary>
    public bool IsOpen => Ticket.Status is TicketStatus.Open or TicketStatus.Assessing or TicketStatus.Planned or TicketStatus.InProgress;

    public bool IsWaiting => Ticket.Status is TicketStatus.WaitingForCustomer or TicketStatus.AwaitingApproval;

    public bool IsDone => Ticket.Status is TicketStatus.Resolved or TicketStatus.Closed;

    /// <summary>Whether the house still has to decide its class (FLU-13).</summary>
    public bool NeedsClass => !IsDone && !Ticket.ClassConfirmed;

    /// <summary>Whether the filter lets it through.</summary>
    public bool Fits(DeskFilter filter, UserId viewer) => filter switch
    {
        DeskFilter.Open => IsOpen,
        DeskFilter.Mine => !IsDone && Ticket.AssigneeId == viewer,
        DeskFilter.Unassigned => !IsDone && Ticket.AssigneeId is null,
        DeskFilter.Unconfirmed => NeedsClass,
        DeskFilter.Urgent => Urgency is TargetUrgency.Missed or TargetUrgency.Soon,
        DeskFilter.Waiting => IsWaiting,
        DeskFilter.Scheduled => Ticket.Status == TicketStatus.Scheduled,
        DeskFilter.Done => IsDone,
    };
}

/// <summary>A customer as the desk's lists name it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="PlanKey">Its plan; null without a subscription that runs.</param>
/// <param name="AvailableMinutes">What is left of its hours.</param>
/// <param name="IsDelicate">Whether staff marked it so; customers never see it (SEN-02).</param>
public sealed record DeskAccount(AccountId Id, string Name, string? PlanKey, int AvailableMinutes, bool IsDelicate);

/// <summary>How soon a promise has to be looked at.</summary>
public enum TargetUrgency
{
    /// <summary>There is none, or it stands still.</summary>
    None,

    /// <summary>It runs, and has time.</summary>
    Running,

    /// <summary>The last quarter of its time runs.</summary>
    Soon,

    /// <summary>It was not kept.</summary>
    Missed,
}
