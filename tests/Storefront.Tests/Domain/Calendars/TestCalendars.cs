using NodaTime;
using Storefront.Domain.Calendars;

namespace Storefront.Tests.Domain.Calendars;

/// <summary>Calendars to test with.</summary>
internal static class TestCalendars
{
    public static readonly DateTimeZone Santiago = DateTimeZoneProviders.Tzdb["America/Santiago"];

    /// <summary>Flunt's: Monday to Friday, nine to six, in Santiago.</summary>
    public static BusinessCalendar Flunt(params LocalDate[] holidays) =>
        Weekdays(Santiago, [Open(9, 18)], holidays);

    /// <summary>The same with an hour's lunch.</summary>
    public static BusinessCalendar WithLunch(params LocalDate[] holidays) =>
        Weekdays(Santiago, [Open(9, 13), Open(14, 18)], holidays);

    public static BusinessCalendar Weekdays(DateTimeZone zone, IReadOnlyList<OpeningHours> hours, params LocalDate[] holidays) => BusinessCalendar.Create(
        zone,
        Enumerable.Range((int)IsoDayOfWeek.Monday, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => hours),
        holidays).Value;

    /// <summary>A stretch of whole hours; 24 is midnight.</summary>
    public static OpeningHours Open(int from, int to) => new(new LocalTime(from, 0), new LocalTime(to % 24, 0));

    /// <summary>An instant by its local time, which exists once.</summary>
    public static Instant At(DateTimeZone zone, int year, int month, int day, int hour = 0, int minute = 0) =>
        zone.AtStrictly(new LocalDateTime(year, month, day, hour, minute)).ToInstant();

    public static Instant InSantiago(int year, int month, int day, int hour = 0, int minute = 0) => At(Santiago, year, month, day, hour, minute);
}
