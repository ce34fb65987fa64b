using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Calendars;

namespace Storefront.Domain.Tickets;

/// <summary>How a promise stands: when it is due or what it waits for (COM-03).</summary>
/// <param name="Kind">What was promised.</param>
/// <param name="Within">How long it may take.</param>
/// <param name="State">How it stands.</param>
/// <param name="DueAt">When it is, or was, due; null while it waits.</param>
/// <param name="MetAt">When it was met, in time or late; null when it has not been.</param>
/// <param name="WaitsFor">Why it stands still; null when it does not.</param>
/// <param name="DueWhileClosed">Whether it falls due when nobody of the house is there.</param>
/// <param name="Segments">The stretches that it ran and stood still, until it was met.</param>
/// <param name="ExpectedFrom">When it is expected to begin to run, where an earlier ticket comes first (FEN-16); null otherwise.</param>
public sealed record TargetProgress(
    TargetKind Kind,
    TargetDuration Within,
    TargetState State,
    Instant? DueAt,
    Instant? MetAt,
    PauseReason? WaitsFor,
    bool DueWhileClosed,
    ImmutableArray<ClockSegment> Segments,
    Instant? ExpectedFrom = null)
{
    /// <summary>How much of its time has been used, in whole minutes.</summary>
    public int CountedMinutes(BusinessCalendar calendar, Instant now) =>
        (int)Segments.Aggregate(Duration.Zero, (total, segment) => total + TicketClock.Counted(Within, segment, calendar, now)).TotalMinutes;

    /// <summary>The same promise while an earlier ticket of the customer comes first (FEN-16).</summary>
    /// <param name="from">From when it is expected to run.</param>
    public TargetProgress Waiting(Instant from) => this with
    {
        State = TargetState.NotStarted,
        DueAt = null,
        WaitsFor = PauseReason.EarlierTicket,
        DueWhileClosed = false,
        Segments = [.. Segments.Take(1).Select(segment => segment with { Pause = PauseReason.EarlierTicket })],
        ExpectedFrom = from,
    };
}
