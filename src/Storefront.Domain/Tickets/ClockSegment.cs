using NodaTime;

namespace Storefront.Domain.Tickets;

/// <summary>A stretch of a ticket's clock (COM-03).</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; null while it lasts.</param>
/// <param name="Pause">Why the clock stood still; null when it ran.</param>
public readonly record struct ClockSegment(Instant From, Instant? To, PauseReason? Pause)
{
    public bool IsRunning => Pause is null;
}

/// <summary>Why a ticket's clock stands still.</summary>
public enum PauseReason
{
    /// <summary>The customer has to answer.</summary>
    WaitingForCustomer,

    /// <summary>The customer has to approve a quote.</summary>
    AwaitingApproval,

    /// <summary>There was nothing to do: it was resolved or closed, and has perhaps been reopened since.</summary>
    Resolved,

    /// <summary>An earlier ticket of the same customer is answered first (FEN-16).</summary>
    EarlierTicket,
}
