using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>A ticket as the rules see it.</summary>
/// <param name="Id">Its id in the account.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="KindKey">The sort of work.</param>
/// <param name="ProposedClassKey">The class the customer's answers proposed (FLU-13).</param>
/// <param name="ClassKey">The class in force: the proposed one until the house decides.</param>
/// <param name="ClassConfirmed">Whether the house has decided.</param>
/// <param name="ClassReason">The house's reason; null when it gave none.</param>
/// <param name="OpenedAt">When it was sent.</param>
/// <param name="JoinsAt">When it joined the queue, or will, for a scheduled one; targets and its place count from then.</param>
/// <param name="ResumesTo">Where it goes when what it waits for has come; null when it does not wait.</param>
/// <param name="Assessed">Whether its assessment is done.</param>
/// <param name="FirstAnsweredAt">When staff first replied.</param>
/// <param name="PlannedAt">When it was first planned.</param>
/// <param name="PlannedFor">The day it is planned for.</param>
/// <param name="StartedAt">When work first began.</param>
/// <param name="WorkaroundAt">When a workaround was first recorded (FLU-16).</param>
/// <param name="ResolvedAt">When it was resolved; null again when it is reopened.</param>
/// <param name="ClosedAt">When it was closed; null again when it is reopened.</param>
/// <param name="Segments">The stretches in which its clock ran or stood still, gapless from when it joined the queue, the last one open.</param>
/// <param name="AssessedAt">When it was known what comes of it: it was planned, begun, quoted or solved (ALF-07).</param>
/// <param name="FirstResolvedAt">When it was first resolved, whatever came of it: what that kept stays kept when it is reopened.</param>
/// <param name="WaitsForTurn">Whether the promise that is kept for one ticket at a time has not begun to run (FEN-16).</param>
/// <param name="TurnAt">When that promise began to run; null when it ran from the beginning, or does not yet.</param>
/// <param name="QueuedAt">The arrival by which it stands in the queue, where its customer changed its place; null for its own.</param>
/// <param name="NeedsAccess">Whether the customer still has to grant access before work begins (ALF-11).</param>
/// <param name="NeedsViability">Whether it still has to be found out that it can be done (FLU-27).</param>
public sealed record TicketState(
    TicketId Id,
    TicketStatus Status,
    string KindKey,
    string ProposedClassKey,
    string ClassKey,
    bool ClassConfirmed,
    string? ClassReason,
    Instant OpenedAt,
    Instant JoinsAt,
    TicketStatus? ResumesTo,
    bool Assessed,
    Instant? FirstAnsweredAt,
    Instant? PlannedAt,
    LocalDate? PlannedFor,
    Instant? StartedAt,
    Instant? WorkaroundAt,
    Instant? ResolvedAt,
    Instant? ClosedAt,
    ImmutableArray<ClockSegment> Segments,
    Instant? AssessedAt = null,
    Instant? FirstResolvedAt = null,
    bool WaitsForTurn = false,
    Instant? TurnAt = null,
    Instant? QueuedAt = null,
    bool NeedsAccess = false,
    bool NeedsViability = false)
{
    /// <summary>Whether it is neither resolved nor closed.</summary>
    public bool IsUnresolved => Status is not (TicketStatus.Resolved or TicketStatus.Closed);

    /// <summary>Whether it waits for somebody of the house to begin, and so has a place in the queue.</summary>
    public bool IsQueued => Status is TicketStatus.Open or TicketStatus.Assessing or TicketStatus.Planned;

    /// <summary>By what the queue's order by arrival goes.</summary>
    public Instant Arrival => QueuedAt ?? JoinsAt;

    /// <summary>When the clock will do something to it; null when it will not.</summary>
    public Instant? DueAt => Status == TicketStatus.Scheduled ? JoinsAt : null;
}
