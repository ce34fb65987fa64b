using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Calendars;

namespace Storefront.Domain.Tickets;

/// <summary>A ticket's clock: when it ran, when it stood still and why, and when promises fall due by it (COM-03).</summary>
public static class TicketClock
{
    /// <summary>When a promise falls due that nothing has delayed.</summary>
    /// <param name="within">What was promised.</param>
    /// <param name="from">When it begins to run.</param>
    /// <param name="calendar">The house's.</param>
    public static Instant Due(TargetDuration within, Instant from, BusinessCalendar calendar) => within.Unit switch
    {
        TargetUnit.BusinessHours => calendar.AddBusinessTime(from, Duration.FromHours(within.Amount)),
        TargetUnit.ClockHours => from + Duration.FromHours(within.Amount),
        TargetUnit.BusinessDays => calendar.AddBusinessDays(from, within.Amount),
        TargetUnit.EndOfBusinessWeek => calendar.EndOfBusinessWeek(from),
    };

    /// <summary>
    /// When a promise falls due, later by every pause that began before: clock hours by its length, the others by the time in which the house
    /// was open meanwhile. What was resolved in time and is taken up again has at least the last quarter of its time left, so that reopening
    /// breaks nothing at once. Null while it stands still.
    /// </summary>
    /// <param name="within">What was promised.</param>
    /// <param name="segments">The ticket's clock; empty when it has not begun.</param>
    /// <param name="calendar">The house's.</param>
    public static Instant? Due(TargetDuration within, ImmutableArray<ClockSegment> segments, BusinessCalendar calendar)
    {
        var begun = segments.SkipWhile(segment => !segment.IsRunning).ToList();
        if (begun.Count == 0)
        {
            return null;
        }

        var due = Due(within, begun[0].From, calendar);
        foreach (var pause in begun.Where(segment => !segment.IsRunning))
        {
            // What is resolved at the last moment is in time, and has something left when it is taken up again.
            if (pause.From > due || (pause.From == due && pause.Pause != PauseReason.Resolved))
            {
                return due;
            }

            if (pause.To is not { } end)
            {
                return null;
            }

            due = within.Unit == TargetUnit.ClockHours
                ? due + (end - pause.From)
                : calendar.AddBusinessTime(due, calendar.BusinessTimeBetween(pause.From, end));
            if (pause.Pause == PauseReason.Resolved)
            {
                due = Instant.Max(due, LastQuarter(within, end, calendar));
            }
        }

        return due;
    }

    /// <summary>How much of what a promise counts passed in a stretch in which it ran: open hours, or all of them; nothing while it stood still.</summary>
    /// <param name="within">What was promised.</param>
    /// <param name="segment">The stretch.</param>
    /// <param name="calendar">The house's.</param>
    /// <param name="now">The end of a stretch that lasts.</param>
    public static Duration Counted(TargetDuration within, ClockSegment segment, BusinessCalendar calendar, Instant now)
    {
        var end = segment.To ?? Instant.Max(now, segment.From);
        return !segment.IsRunning ? Duration.Zero
            : within.Unit == TargetUnit.ClockHours ? end - segment.From
            : calendar.BusinessTimeBetween(segment.From, end);
    }

    private static Instant LastQuarter(TargetDuration within, Instant from, BusinessCalendar calendar) => within.Unit switch
    {
        TargetUnit.BusinessHours => calendar.AddBusinessTime(from, Duration.FromMinutes(within.Amount * 15)),
        TargetUnit.ClockHours => from + Duration.FromMinutes(within.Amount * 15),
        TargetUnit.BusinessDays => calendar.AddBusinessDays(from, (within.Amount + 3) / 4),
        TargetUnit.EndOfBusinessWeek => calendar.EndOfBusinessWeek(from),
    };

    /// <summary>The clock as it goes on from now: the same stretch when nothing changes, a new one otherwise.</summary>
    internal static ImmutableArray<ClockSegment> Continue(ImmutableArray<ClockSegment> segments, PauseReason? pause, Instant now)
    {
        if (segments.IsEmpty)
        {
            return [new ClockSegment(now, null, pause)];
        }

        var last = segments[^1];
        if (last.Pause == pause)
        {
            return segments;
        }

        // What lasted no time at all is left out, so that every stretch has a length.
        var before = segments.RemoveAt(segments.Length - 1);
        return last.From < now
            ? before.Add(last with { To = now }).Add(new ClockSegment(now, null, pause))
            : before.IsEmpty || before[^1].Pause != pause
                ? before.Add(new ClockSegment(now, null, pause))
                : before.SetItem(before.Length - 1, before[^1] with { To = null });
    }
}
