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
    /// was open meanwhile. Null while it stands still.
    /// </summary>
    /// <param name="within">What was promised.</param>
    /// <param name="segments">The ticket's clock; empty when it has not begun.</param>
    /// <param name="calendar">The house's.</param>
    public static Instant? Due(TargetDuration within, ImmutableArray<ClockSegment> segments, BusinessCalendar calendar)
    {
        if (segments.IsEmpty)
        {
            return null;
        }

        var due = Due(within, segments[0].From, calendar);
        foreach (var pause in segments.Where(segment => !segment.IsRunning))
        {
            if (pause.From >= due)
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
        }

        return due;
    }

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
