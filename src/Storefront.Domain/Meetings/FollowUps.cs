using NodaTime;
using Storefront.Domain.Plans;

namespace Storefront.Domain.Meetings;

/// <summary>How often the house meets a customer by itself, because the plan includes it (FEN-18).</summary>
public static class FollowUps
{
    private const int DaysOfWeek = 7;

    private const int MonthsAhead = 1200;

    /// <summary>The service that says so, the most frequent first; null when none does.</summary>
    public static PlanService? Of(IEnumerable<PlanService> services) =>
        services.Where(service => service is PlanService.WeeklyMeeting or PlanService.FortnightlyMeeting or PlanService.MonthlyMeeting)
            .Order().Select(service => (PlanService?)service).FirstOrDefault();

    /// <summary>
    /// The run of days that holds <paramref name="today"/>, in which one meeting is due: a week, two weeks or a month, counted from the anchor. Months
    /// begin on the anchor's day, clamped to the month's end.
    /// </summary>
    /// <param name="service">One of the services that are meetings.</param>
    /// <param name="anchor">A date on which a run begins; not after <paramref name="today"/>.</param>
    /// <param name="today">In the house's zone.</param>
    /// <returns>The first day, and the day after the last.</returns>
    public static (LocalDate Start, LocalDate End) RunOf(PlanService service, LocalDate anchor, LocalDate today)
    {
        if (service == PlanService.MonthlyMeeting)
        {
            var months = Enumerable.Range(1, MonthsAhead).First(count => anchor.PlusMonths(count) > today);
            return (anchor.PlusMonths(months - 1), anchor.PlusMonths(months));
        }

        var days = service == PlanService.WeeklyMeeting ? DaysOfWeek : 2 * DaysOfWeek;
        var start = anchor.PlusDays(Period.DaysBetween(anchor, today) / days * days);
        return (start, start.PlusDays(days));
    }
}
