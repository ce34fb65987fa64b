using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>Work that was asked for.</summary>
/// <remarks>Its clock stands in <see cref="TicketSegmentRow"/>; its promises are computed from both.</remarks>
public sealed class Ticket
{
    /// <summary>Later than anything that is promised.</summary>
    public static readonly Instant NoPromise = Instant.FromUtc(9999, 1, 1, 0, 0);

    public required AccountId AccountId { get; init; }

    public required TicketId Id { get; init; }

    /// <summary>The number that people call it by; unique in the house.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about, in one line.</summary>
    public required string Subject { get; set; }

    /// <summary>The subject without capitals and accents, for searching.</summary>
    public required string FoldedSubject { get; set; }

    /// <summary>Hash of the handbook whose target policy it was opened under (COM-04).</summary>
    public required string HandbookVersion { get; init; }

    /// <summary>Key of one of the house's kinds of work.</summary>
    public required string KindKey { get; set; }

    /// <summary>How soon it is needed, as the customer answered; null where the house does not ask.</summary>
    public Urgency? Urgency { get; set; }

    /// <summary>How much it stops, as the customer answered; null where the house does not ask.</summary>
    public Impact? Impact { get; set; }

    /// <summary>The class that the customer's answers gave (FLU-12).</summary>
    public required string ProposedClassKey { get; set; }

    /// <summary>The class in force: the proposed one until staff confirm or change it (FLU-13).</summary>
    public required string ClassKey { get; set; }

    /// <summary>Rank of the class in force, 1 the most severe: it orders the queue.</summary>
    public required int ClassRank { get; set; }

    /// <summary>Whether staff have confirmed or changed the class.</summary>
    public bool ClassConfirmed { get; set; }

    /// <summary>Why staff changed the class; null when it is as proposed.</summary>
    public string? ClassReason { get; set; }

    /// <summary>Where it stands.</summary>
    public required TicketStatus Status { get; set; }

    /// <summary>Where it goes when what it waits for has come; null when it does not wait.</summary>
    public TicketStatus? ResumesTo { get; set; }

    /// <summary>Key of a platform of the handbook; null when none was named.</summary>
    public string? Platform { get; set; }

    public required UserId OpenedBy { get; init; }

    /// <summary>When it was sent.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>When it joined the queue, or will, for a scheduled one (FLU-17).</summary>
    public required Instant JoinsAt { get; set; }

    /// <summary>Whether its assessment is done (FLU-27).</summary>
    public bool Assessed { get; set; }

    public UserId? AssigneeId { get; set; }

    public Instant? FirstAnsweredAt { get; set; }

    public Instant? PlannedAt { get; set; }

    /// <summary>The day for which it is planned; null without one.</summary>
    public LocalDate? PlannedFor { get; set; }

    /// <summary>When work first began; null before.</summary>
    public Instant? StartedAt { get; set; }

    /// <summary>When a workaround was first recorded; null before.</summary>
    public Instant? WorkaroundAt { get; set; }

    /// <summary>When it was resolved; null again when it is reopened.</summary>
    public Instant? ResolvedAt { get; set; }

    /// <summary>When it was closed; null again when it is reopened.</summary>
    public Instant? ClosedAt { get; set; }

    /// <summary>When it was known what comes of it: it was planned, begun, quoted or solved.</summary>
    public Instant? AssessedAt { get; set; }

    /// <summary>When it was first resolved; kept when it is reopened.</summary>
    public Instant? FirstResolvedAt { get; set; }

    /// <summary>Whether the promise that is kept for one ticket at a time waits for an earlier one (FEN-16).</summary>
    public bool WaitsForTurn { get; set; }

    /// <summary>When that promise began to run; null when it ran from the beginning, or does not yet.</summary>
    public Instant? TurnAt { get; set; }

    /// <summary>The arrival by which it stands in the queue, where its customer changed its place; null for its own.</summary>
    public Instant? QueuedAt { get; set; }

    /// <summary>Key of what was asked for from the catalogue; null for anything else (FEN-19).</summary>
    public string? AddOnKey { get; init; }

    /// <summary>Whether the customer still has to grant access before work begins (ALF-11).</summary>
    public bool NeedsAccess { get; set; }

    /// <summary>Whether it still has to be found out that it can be done (FLU-27).</summary>
    public bool NeedsViability { get; set; }

    /// <summary>When something last happened to it that the customer sees.</summary>
    public required Instant UpdatedAt { get; set; }

    /// <summary>When the clock next does something to it: it joins the queue, or a promise runs out or is about to; null for never.</summary>
    public Instant? NextDueAt { get; set; }

    /// <summary>When the promise to be kept next is, or was, due; <see cref="NoPromise"/> without one. Lists sort and count by it.</summary>
    public Instant PromiseDueAt { get; set; } = NoPromise;

    /// <summary>From when that promise is at risk; <see cref="NoPromise"/> without one.</summary>
    public Instant PromiseRisksFrom { get; set; } = NoPromise;

    /// <summary>The handbook and plan that it was last computed under, so that it is computed anew under others; empty for never.</summary>
    public string PromisedUnder { get; set; } = "";

    /// <summary>Minutes taken from the balance so far.</summary>
    public int ChargedMinutes { get; set; }

    /// <summary>The customer's opinion of the work, from 1 to 5, which is the best; null until it is given.</summary>
    public int? Rating { get; set; }

    /// <summary>The customer's words with it, if any.</summary>
    public string? RatingComment { get; set; }

    /// <summary>Sequence, in the customer's stream, of the last event that touched it.</summary>
    public long LastSequence { get; set; }

    /// <summary>Whether it waits for somebody of the house to begin, and so has a place in the queue.</summary>
    public bool IsQueued => Status is TicketStatus.Open or TicketStatus.Assessing or TicketStatus.Planned;

    /// <summary>What it is found by.</summary>
    public TicketKey Key => new(AccountId, Id);

    /// <summary>The ticket as the rules know it.</summary>
    /// <param name="segments">Its own, in any order.</param>
    public TicketState ToDomain(IEnumerable<TicketSegmentRow> segments) => new(
        Id,
        Status,
        KindKey,
        ProposedClassKey,
        ClassKey,
        ClassConfirmed,
        ClassReason,
        OpenedAt,
        JoinsAt,
        ResumesTo,
        Assessed,
        FirstAnsweredAt,
        PlannedAt,
        PlannedFor,
        StartedAt,
        WorkaroundAt,
        ResolvedAt,
        ClosedAt,
        [.. segments.OrderBy(segment => segment.Index).Select(segment => new ClockSegment(segment.From, segment.To, segment.Pause))],
        AssessedAt,
        FirstResolvedAt,
        WaitsForTurn,
        TurnAt,
        QueuedAt,
        NeedsAccess,
        NeedsViability);

    /// <summary>Takes over what rules made of it; rank, segments and what is counted of it are the caller's.</summary>
    public void Update(TicketState ticket)
    {
        Status = ticket.Status;
        KindKey = ticket.KindKey;
        ClassKey = ticket.ClassKey;
        ClassConfirmed = ticket.ClassConfirmed;
        ClassReason = ticket.ClassReason;
        JoinsAt = ticket.JoinsAt;
        ResumesTo = ticket.ResumesTo;
        Assessed = ticket.Assessed;
        FirstAnsweredAt = ticket.FirstAnsweredAt;
        PlannedAt = ticket.PlannedAt;
        PlannedFor = ticket.PlannedFor;
        StartedAt = ticket.StartedAt;
        WorkaroundAt = ticket.WorkaroundAt;
        ResolvedAt = ticket.ResolvedAt;
        ClosedAt = ticket.ClosedAt;
        AssessedAt = ticket.AssessedAt;
        FirstResolvedAt = ticket.FirstResolvedAt;
        WaitsForTurn = ticket.WaitsForTurn;
        TurnAt = ticket.TurnAt;
        QueuedAt = ticket.QueuedAt;
        NeedsAccess = ticket.NeedsAccess;
        NeedsViability = ticket.NeedsViability;
    }
}
