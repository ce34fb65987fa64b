using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>A stretch in which a target's clock ran or stood still, and why: the receipt of a promise.</summary>
public sealed class TicketTargetSegment
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    public required TargetKind Kind { get; init; }

    /// <summary>From 0, in the order of time.</summary>
    public required int Index { get; init; }

    public required Instant From { get; init; }

    /// <summary>Exclusive; null while it lasts.</summary>
    public Instant? To { get; set; }

    public required bool IsRunning { get; init; }

    /// <summary>The status of the ticket that made it so.</summary>
    public required TicketStatus Reason { get; init; }
}
