using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Calendars;

namespace Storefront.Domain.Houses.Reading;

/// <summary>When the house is open.</summary>
internal static class CalendarSection
{
    private enum Weekday
    {
        Monday = IsoDayOfWeek.Monday,
        Tuesday = IsoDayOfWeek.Tuesday,
        Wednesday = IsoDayOfWeek.Wednesday,
        Thursday = IsoDayOfWeek.Thursday,
        Friday = IsoDayOfWeek.Friday,
        Saturday = IsoDayOfWeek.Saturday,
        Sunday = IsoDayOfWeek.Sunday,
    }

    public static (BusinessCalendar Calendar, ImmutableArray<Holiday> Holidays) Read(ObjectReader reader, DateTimeZone? zone)
    {
        var firstLines = new Dictionary<Weekday, int>();
        var week = reader.List("week", "openDays", (days) => ReadDays(days, firstLines));
        var holidays = reader.List("holidays", "holiday", ReadHoliday, least: 0);
        if (reader.Ok("holidays"))
        {
            CheckOrder(reader, holidays);
        }

        var calendar = reader.Build(() => zone is null ? null : Create(reader, zone, week, holidays));
        return (calendar!, holidays);
    }

    private static BusinessCalendar? Create(
        ObjectReader reader, DateTimeZone zone, ImmutableArray<(ImmutableArray<Weekday> Days, ImmutableArray<OpeningHours> Hours)> week, ImmutableArray<Holiday> holidays)
    {
        var open = week.SelectMany(entry => entry.Days.Select(day => KeyValuePair.Create((IsoDayOfWeek)day, (IReadOnlyList<OpeningHours>)entry.Hours)))
            .ToDictionary();
        var calendar = BusinessCalendar.Create(zone, open, holidays.Select(holiday => holiday.Date));
        if (!calendar.IsRefused)
        {
            return calendar.Value;
        }

        reader.Problem("week", $"The business hours contradict themselves: {calendar.Refusal}.");
        return null;
    }

    private static (ImmutableArray<Weekday> Days, ImmutableArray<OpeningHours> Hours) ReadDays(ObjectReader reader, Dictionary<Weekday, int> firstLines)
    {
        var days = reader.ChoiceList<Weekday>("days");
        var hours = reader.List("hours", "openHours", ReadHours);
        if (reader.Ok("days"))
        {
            for (var index = 0; index < days.Length; index++)
            {
                if (!firstLines.TryAdd(days[index], reader.LineOf("days", index)))
                {
                    reader.ProblemAt("days", index, $"The hours of {ObjectReader.UpperSnake(days[index].ToString())} are given already, in line {firstLines[days[index]]}.");
                }
            }
        }

        if (reader.Ok("hours"))
        {
            CheckOverlaps(reader, hours);
        }

        return (days, hours);
    }

    private static OpeningHours ReadHours(ObjectReader reader)
    {
        var hours = new OpeningHours(reader.Time("from"), reader.Time("to"));
        if (reader.Ok("from", "to") && !hours.IsValid)
        {
            reader.Problem("to", $"These hours end at {Show(hours.To)}, which is not after {Show(hours.From)}. The end of the day is 00:00.");
        }

        return hours;
    }

    private static void CheckOverlaps(ObjectReader reader, ImmutableArray<OpeningHours> hours)
    {
        for (var index = 1; index < hours.Length; index++)
        {
            var before = hours[index - 1];
            if (before.To == LocalTime.Midnight || hours[index].From < before.To)
            {
                reader.ProblemAt("hours", index, $"These hours begin at {Show(hours[index].From)}, before those before them end at {Show(before.To)}.", "from");
            }
        }
    }

    private static Holiday ReadHoliday(ObjectReader reader) => new(reader.Date("date"), reader.Localized("name"));

    private static void CheckOrder(ObjectReader reader, ImmutableArray<Holiday> holidays)
    {
        for (var index = 1; index < holidays.Length; index++)
        {
            var (before, date) = (holidays[index - 1].Date, holidays[index].Date);
            if (date <= before)
            {
                var message = date == before ? "is there twice" : $"comes after {LocalDatePattern.Iso.Format(before)}: holidays are in the order of the year";
                reader.ProblemAt("holidays", index, $"The holiday {LocalDatePattern.Iso.Format(date)} {message}.", "date");
            }
        }
    }

    private static string Show(LocalTime time) => LocalTimePattern.HourMinuteIso.Format(time);
}
