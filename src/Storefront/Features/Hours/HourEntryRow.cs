using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Features.Hours;

/// <summary>A stored line of the hour ledger, see the domain's <c>HourEntry</c>; lines are added and never changed (COM-02).</summary>
public sealed class HourEntryRow
{
    public required AccountId AccountId { get; init; }

    public required HourEntryId Id { get; init; }

    /// <summary>Its place in the ledger, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>What it is.</summary>
    public required HourEntryKind Kind { get; init; }

    /// <summary>Minutes added or, negative, taken.</summary>
    public required int Minutes { get; init; }

    /// <summary>Sum of all entries up to this one; never negative.</summary>
    public required int BalanceAfter { get; init; }

    /// <summary>When it counts from.</summary>
    public required Instant At { get; init; }

    public required HourCauseKind CauseKind { get; init; }

    /// <summary>The thing that caused it: subscription, plan change, work log, the entry that is reversed.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>When the work was done that it takes back; null for all else. So a period's use is added up without looking each one up.</summary>
    public Instant? UsedAt { get; init; }

    public TicketId? TicketId { get; init; }

    /// <summary>Staff's words for a correction; can be erased.</summary>
    public string? Reason { get; set; }

    /// <summary>Makes the same effect asked for twice happen once; unique in the account.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>For what came in: usable until that instant.</summary>
    public Instant? ExpiresAt { get; init; }
}
