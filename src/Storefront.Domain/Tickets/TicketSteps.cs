using System.Collections.Immutable;

namespace Storefront.Domain.Tickets;

/// <summary>From where a ticket can go to where, and who may send it there.</summary>
public static class TicketSteps
{
    private static readonly ImmutableArray<TicketStatus> Working =
    [
        TicketStatus.Open,
        TicketStatus.Assessing,
        TicketStatus.AwaitingApproval,
        TicketStatus.Planned,
        TicketStatus.InProgress,
        TicketStatus.WaitingForCustomer,
        TicketStatus.Resolved,
        TicketStatus.Closed,
    ];

    /// <summary>Where somebody may send a ticket from a status; whether it has to be assessed first is asked besides.</summary>
    public static ImmutableArray<TicketStatus> From(TicketStatus status, TicketActor actor) => (actor, status) switch
    {
        (TicketActor.Clock, TicketStatus.Scheduled) => [TicketStatus.Open],
        (TicketActor.Clock, _) => [],
        (_, TicketStatus.Scheduled) => [TicketStatus.Open, TicketStatus.Closed],
        (TicketActor.Customer, TicketStatus.Resolved) => [TicketStatus.Open, TicketStatus.Closed],
        (_, TicketStatus.Closed) => [TicketStatus.Open],
        (TicketActor.Customer, _) => [TicketStatus.Closed],
        (TicketActor.Staff, TicketStatus.Resolved) => [TicketStatus.Open, TicketStatus.InProgress, TicketStatus.Closed],
        (TicketActor.Staff, _) => Working.Remove(status),
    };

    /// <summary>Where a ticket can go now, its assessment considered (FLU-27).</summary>
    public static ImmutableArray<TicketStatus> From(TicketState ticket, TicketKind kind, TicketActor actor) =>
        [.. From(ticket.Status, actor).Where(to => !NeedsAssessment(ticket, kind, to) && !IsHeldBack(ticket, to))];

    /// <summary>Whether that step has to wait until the ticket has been assessed, which leaving the assessment does.</summary>
    internal static bool NeedsAssessment(TicketState ticket, TicketKind kind, TicketStatus to) =>
        kind.AssessedFirst
        && !ticket.Assessed
        && ticket.Status != TicketStatus.Assessing
        && ticket.ResumesTo != TicketStatus.Assessing
        && to is TicketStatus.Planned or TicketStatus.InProgress or TicketStatus.AwaitingApproval;

    /// <summary>Whether that step has to wait until access is granted (ALF-11), or it is known that it can be done (FLU-27).</summary>
    internal static bool IsHeldBack(TicketState ticket, TicketStatus to) => to switch
    {
        TicketStatus.Planned or TicketStatus.InProgress => ticket.NeedsAccess || ticket.NeedsViability,
        TicketStatus.AwaitingApproval => ticket.NeedsViability,
        _ => false,
    };

    /// <summary>Why the clock stands still in a status; null when it runs.</summary>
    internal static PauseReason? PauseIn(TicketStatus status) => status switch
    {
        TicketStatus.WaitingForCustomer => PauseReason.WaitingForCustomer,
        TicketStatus.AwaitingApproval => PauseReason.AwaitingApproval,
        TicketStatus.Resolved or TicketStatus.Closed => PauseReason.Resolved,
        TicketStatus.Scheduled or TicketStatus.Open or TicketStatus.Assessing or TicketStatus.Planned or TicketStatus.InProgress => null,
    };
}
