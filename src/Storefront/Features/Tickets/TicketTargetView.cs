using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>One promise, how it stands, and the receipt of how its time was counted (COM-03).</summary>
/// <param name="Kind">What was promised.</param>
/// <param name="State">How it stands.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Amount">How many of these it gives; 0 where it ends at a fixed moment.</param>
/// <param name="DueAt">When it is, or was, due; null while it waits.</param>
/// <param name="MetAt">When it was met, in time or late; null when it has not been.</param>
/// <param name="WaitsFor">Why it stands still; null when it does not.</param>
/// <param name="ExpectedFrom">When it is expected to begin to run, where an earlier ticket comes first; null otherwise.</param>
/// <param name="DueWhileClosed">Whether it falls due when nobody of the house is there.</param>
/// <param name="CountedMinutes">How much of its time has been used, in whole minutes.</param>
/// <param name="Segments">How its time was counted, in order.</param>
[ObjectType("TicketTarget")]
public sealed record TicketTargetView(
    TargetKind Kind,
    TargetState State,
    TargetUnit Unit,
    int Amount,
    Instant? DueAt,
    Instant? MetAt,
    PauseReason? WaitsFor,
    Instant? ExpectedFrom,
    bool DueWhileClosed,
    int CountedMinutes,
    [property: ListSize(AssumedSize = 6)] IReadOnlyList<TicketSegmentView> Segments)
{
    internal static TicketTargetView Of(TargetProgress target, BusinessCalendar calendar, Instant now) => new(
        target.Kind,
        target.State,
        target.Within.Unit,
        target.Within.Amount,
        target.DueAt,
        target.MetAt,
        target.WaitsFor,
        target.ExpectedFrom,
        target.DueWhileClosed,
        target.CountedMinutes(calendar, now),
        [.. target.Segments.Select(segment => new TicketSegmentView(
            segment.From, segment.To, segment.IsRunning, segment.Pause, (int)TicketClock.Counted(target.Within, segment, calendar, now).TotalMinutes))]);
}

/// <summary>A stretch in which a clock ran or stood still.</summary>
/// <param name="From">When it began, inclusive.</param>
/// <param name="To">When it ended, exclusive; null while it lasts.</param>
/// <param name="Running">Whether the clock ran.</param>
/// <param name="Reason">Why it stood still; null when it ran.</param>
/// <param name="CountedMinutes">How much of it counts, in whole minutes: only open hours, where the promise counts those.</param>
[ObjectType("TicketSegment")]
public sealed record TicketSegmentView(Instant From, Instant? To, bool Running, PauseReason? Reason, int CountedMinutes);
