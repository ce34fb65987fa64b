using NodaTime;
using NodaTime.Text;

namespace Storefront.Store.Seeding;

/// <summary>
/// Places the demonstration's history before the present: in week 1 on the last working week that is over, in week 2 on the one before,
/// and so on, so that a Tuesday is a Tuesday whenever the program is started.
/// </summary>
internal sealed class DemoCalendar
{
    private readonly Instant present;
    private readonly DateTimeZone zone;
    private readonly LocalDate lastMonday;

    public DemoCalendar(Instant present, DateTimeZone zone)
    {
        (this.present, this.zone) = (present, zone);
        var today = present.InZone(zone).Date;
        var monday = today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        lastMonday = today.DayOfWeek >= IsoDayOfWeek.Saturday ? monday : monday.PlusWeeks(-1);
    }

    /// <summary>The instant that a moment of the story falls on; never later than the present.</summary>
    public Instant At(DemoMoment moment)
    {
        var at = moment.Ago is { } ago
            ? present - Length(ago)
            : (lastMonday.PlusWeeks(1 - moment.Week).PlusDays(moment.Day - IsoDayOfWeek.Monday) + Time(moment.Time!)).InZoneLeniently(zone).ToInstant();
        return Instant.Min(at, present);
    }

    /// <summary>The last calendar months that are over, the first one first.</summary>
    public IEnumerable<YearMonth> LastMonths(int count)
    {
        var present = this.present.InZone(zone).Date.ToYearMonth();
        return Enumerable.Range(0, count).Select(index => present.PlusMonths(index - count));
    }

    /// <param name="text">ISO 8601, days and below.</param>
    public static Duration Length(string text) => PeriodPattern.Roundtrip.Parse(text).Value.ToDuration();

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}
