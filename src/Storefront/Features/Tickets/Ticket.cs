using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>Work that was asked for.</summary>
public sealed class Ticket
{
    public required AccountId AccountId { get; init; }

    public required TicketId Id { get; init; }

    /// <summary>What people call it; unique in the house.</summary>
    public required int Number { get; init; }

    public required string Subject { get; set; }

    /// <summary>Key of a kind of the handbook.</summary>
    public required string KindKey { get; set; }

    public required Urgency Urgency { get; set; }

    public required Impact Impact { get; set; }

    /// <summary>The class that the customer's answers gave (FLU-12).</summary>
    public required string ProposedClassKey { get; set; }

    /// <summary>The class in force: the proposed one until staff confirm or change it (FLU-13).</summary>
    public required string ClassKey { get; set; }

    /// <summary>Rank of the class in force, 1 the most severe: kept for the queue's order.</summary>
    public required int ClassRank { get; set; }

    /// <summary>Why staff changed the class; null when it is as proposed.</summary>
    public string? ClassReason { get; set; }

    public Instant? ClassConfirmedAt { get; set; }

    public required TicketStatus Status { get; set; }

    /// <summary>The shop or system it is about, in the customer's words.</summary>
    public string? Platform { get; set; }

    public required UserId OpenedBy { get; init; }

    public required Instant OpenedAt { get; init; }

    /// <summary>When it joined the queue: its arrival there.</summary>
    public Instant? QueuedAt { get; set; }

    /// <summary>The day on which a scheduled one joins the queue (FLU-17).</summary>
    public LocalDate? ScheduledFor { get; set; }

    /// <summary>The day for which it is planned.</summary>
    public LocalDate? PlannedFor { get; set; }

    public UserId? AssigneeId { get; set; }

    public Instant? StartedAt { get; set; }

    public Instant? FirstAnsweredAt { get; set; }

    public Instant? WorkaroundAt { get; set; }

    public Instant? ResolvedAt { get; set; }

    public Instant? ClosedAt { get; set; }

    public required Instant UpdatedAt { get; set; }

    /// <summary>Minutes taken from the balance so far.</summary>
    public int ChargedMinutes { get; set; }

    /// <summary>The account's sequence of the last event that touched it.</summary>
    public long LastSequence { get; set; }
}
