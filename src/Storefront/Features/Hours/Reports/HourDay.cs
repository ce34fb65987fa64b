using NodaTime;
using Storefront.Domain.Hours;

namespace Storefront.Features.Hours.Reports;

/// <summary>The hours of one day of the house's zone: a step of the burn-down.</summary>
/// <param name="Day">The day.</param>
/// <param name="LeftMinutes">What there was when it ended.</param>
/// <param name="UsedMinutes">Work of the day, less what was taken back.</param>
/// <param name="AddedMinutes">What came in on it, less what lapsed.</param>
public sealed record HourDay(LocalDate Day, int LeftMinutes, int UsedMinutes, int AddedMinutes)
{
    /// <summary>Day by day, in order.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="zone">In which days begin.</param>
    /// <param name="before">The balance before the first of the lines.</param>
    /// <param name="lines">The lines of those days, in order.</param>
    public static IEnumerable<HourDay> Of(LocalDate from, LocalDate to, DateTimeZone zone, int before, IReadOnlyList<HourLine> lines)
    {
        var byDay = lines.ToLookup(line => line.At.InZone(zone).Date);
        var left = before;
        for (var day = from; day < to; day = day.PlusDays(1))
        {
            var sum = byDay[day].Sum(line => line.Minutes);
            var used = -byDay[day].Where(line => line.Kind is HourEntryKind.Use or HourEntryKind.Reversal).Sum(line => line.Minutes);
            left += sum;
            yield return new HourDay(day, left, used, sum + used);
        }
    }
}
