using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>When work on a ticket begins at the latest, as far as anything has been said.</summary>
public static class ExpectedStart
{
    /// <summary>The opening of the day it is planned for; else when its start is due, or when it joins the queue; null when it runs or nothing is promised.</summary>
    public static Instant? Of(TicketState ticket, IReadOnlyList<TargetProgress> targets, BusinessCalendar calendar)
    {
        if (ticket.StartedAt is not null || !(ticket.IsQueued || ticket.Status == TicketStatus.Scheduled))
        {
            return null;
        }

        return ticket.PlannedFor is { } day
            ? calendar.NextOpening(calendar.Zone.AtStartOfDay(day).ToInstant())
            : targets.FirstOrDefault(target => target.Kind == TargetKind.Start)?.DueAt
                ?? (ticket.Status == TicketStatus.Scheduled ? ticket.JoinsAt : null);
    }
}
