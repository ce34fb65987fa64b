using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>A stretch in which a ticket's clock ran or stood still, and why: the receipt of its promises (COM-03).</summary>
public sealed class TicketSegmentRow
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>From 0, in the order of time.</summary>
    public required int Index { get; init; }

    public required Instant From { get; set; }

    /// <summary>Exclusive; null while it lasts.</summary>
    public Instant? To { get; set; }

    /// <summary>Why it stands still; null while it runs.</summary>
    public PauseReason? Pause { get; set; }
}
