using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Hours;

namespace Storefront.Domain.Tickets;

/// <summary>What work on a ticket would cost if it were done now, outside business hours (FEN-07, FEN-11).</summary>
public enum OnCallOutlook
{
    /// <summary>Nothing more: somebody is there, or on-call work counts as any other, or nobody works on such a ticket until the house opens.</summary>
    None,

    /// <summary>Its minutes count more.</summary>
    CountsMore,

    /// <summary>It costs nothing as it is; should it prove to be of a class that costs hours, its minutes count more.</summary>
    CountsMoreIfReclassified,
}

/// <summary>Whether work now would count as on-call work.</summary>
public static class OnCallOutlooks
{
    /// <param name="class">The class it would have.</param>
    /// <param name="kind">The sort of work.</param>
    /// <param name="tickets">The house's classes.</param>
    /// <param name="hours">How hours are counted.</param>
    /// <param name="calendar">The house's.</param>
    /// <param name="now">Now.</param>
    public static OnCallOutlook Of(
        TicketClass @class, TicketKind kind, TicketPolicy tickets, HourPolicy hours, BusinessCalendar calendar, Instant now) =>
        calendar.IsOpen(now) || hours.OnCallPercent <= 100 || !@class.OnCall ? OnCallOutlook.None
        : @class.CostsHours && kind.CostsHours ? OnCallOutlook.CountsMore
        : kind.CostsHours && tickets.Classes.Any(other => other.CostsHours) ? OnCallOutlook.CountsMoreIfReclassified
        : OnCallOutlook.None;
}
