using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>Time recorded on a ticket: what may be recorded, and what it takes from the balance.</summary>
public static class WorkLogRules
{
    public const int LeastMinutes = 1;

    /// <summary>A day and a night.</summary>
    public const int MostMinutes = 1440;

    /// <summary>Whether work may be recorded.</summary>
    /// <param name="ticket">The ticket; a scheduled or closed one takes no work.</param>
    /// <param name="minutes">From <see cref="LeastMinutes"/> to <see cref="MostMinutes"/>.</param>
    /// <param name="workedAt">When the work was done, seen from its end: not before the ticket was opened, not after now.</param>
    /// <param name="now">Now.</param>
    public static Result<Done> Check(TicketState ticket, int minutes, Instant workedAt, Instant now) =>
        ticket.Status is TicketStatus.Scheduled or TicketStatus.Closed ? new TicketNotOpen(ticket.Status)
        : minutes is < LeastMinutes or > MostMinutes ? new MinutesNotValid(LeastMinutes, MostMinutes)
        : workedAt > now ? new WorkInTheFuture(now)
        : workedAt < ticket.OpenedAt ? new WorkBeforeOpening(ticket.OpenedAt)
        : Done.Value;

    /// <summary>
    /// What work takes from the balance: nothing where class or kind cost nothing (FEN-09), otherwise its minutes, those outside business
    /// hours by the on-call percentage, rounded up (FEN-11).
    /// </summary>
    public static int ChargedMinutes(
        TicketClass @class, TicketKind kind, HourPolicy policy, BusinessCalendar calendar, int minutes, Instant workedAt)
    {
        if (!@class.CostsHours || !kind.CostsHours)
        {
            return 0;
        }

        var onCall = minutes - MinutesInBusinessHours(calendar, minutes, workedAt);
        return minutes - onCall + (int)((((long)onCall * policy.OnCallPercent) + 99) / 100);
    }

    /// <summary>How many of the minutes were worked while the house was open; the others are on call (FEN-11).</summary>
    public static int MinutesInBusinessHours(BusinessCalendar calendar, int minutes, Instant workedAt) =>
        (int)calendar.BusinessTimeBetween(workedAt - Duration.FromMinutes(minutes), workedAt).TotalMinutes;

    /// <summary>What closing a chargeable ticket adds, so that it reaches the plan's least charge (FEN-10); 0 when nothing was charged.</summary>
    /// <param name="policy">The house's.</param>
    /// <param name="planKey">The plan in force when it closes.</param>
    /// <param name="chargedMinutes">What was charged for work in business hours.</param>
    public static int TopUp(HourPolicy policy, string planKey, int chargedMinutes) =>
        chargedMinutes == 0 ? 0 : Math.Max(0, policy.MinimumMinutesPerTicket.GetValueOrDefault(planKey) - chargedMinutes);
}
