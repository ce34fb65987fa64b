using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>When work on a ticket begins, as far as anything can be said.</summary>
public static class ExpectedStart
{
    /// <summary>
    /// The opening of the day it is planned for; else when its start is due, or when it joins the queue; null when it runs, when nothing is
    /// promised, and when that is past: what has gone by says nothing of when work begins.
    /// </summary>
    public static Instant? Of(TicketState ticket, IReadOnlyList<TargetProgress> targets, BusinessCalendar calendar, Instant now)
    {
        if (!IsAwaited(ticket))
        {
            return null;
        }

        if (ticket.PlannedFor is { } day && day >= calendar.DateOf(now))
        {
            var opening = calendar.NextOpening(calendar.Zone.AtStartOfDay(day).ToInstant());
            return opening > now ? opening : null;
        }

        var promised = targets.FirstOrDefault(target => target is { Kind: TargetKind.Start, MetAt: null })?.DueAt
            ?? (ticket.Status == TicketStatus.Scheduled ? ticket.JoinsAt : null);
        return promised > now ? promised : null;
    }

    /// <summary>Between when and when it is expected to begin; null when it runs, or nothing can be said.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="targets">Its promises.</param>
    /// <param name="place">Its place in the queue; null when it is not in it.</param>
    /// <param name="pace">The house's; null when unknown.</param>
    /// <param name="calendar">The house's.</param>
    /// <param name="now">Now.</param>
    public static StartWindow? WindowOf(
        TicketState ticket, IReadOnlyList<TargetProgress> targets, QueuePlace? place, QueuePace? pace, BusinessCalendar calendar, Instant now)
    {
        if (!IsAwaited(ticket))
        {
            return null;
        }

        if (ticket.PlannedFor is { } day && day >= calendar.DateOf(now))
        {
            return StartWindow.Planned(day, calendar);
        }

        var promised = targets.FirstOrDefault(target => target.Kind == TargetKind.Start)?.DueAt;
        return ticket.Status == TicketStatus.Scheduled ? new StartWindow(ticket.JoinsAt, ticket.JoinsAt, StartBasis.Scheduled)
            : place is null ? null
            : StartWindow.Of(place.Ahead, pace, promised, calendar, now);
    }

    private static bool IsAwaited(TicketState ticket) => ticket.StartedAt is null && (ticket.IsQueued || ticket.Status == TicketStatus.Scheduled);
}
