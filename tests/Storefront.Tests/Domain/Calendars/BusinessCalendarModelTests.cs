using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Storefront.Domain.Calendars;

namespace Storefront.Tests.Domain.Calendars;

/// <summary>The calendar's arithmetic against counting minute by minute, around changes of the clocks.</summary>
public class BusinessCalendarModelTests
{
    private static readonly (string Zone, LocalDate Change)[] Places =
    [
        ("America/Santiago", new(2026, 4, 4)),
        ("America/Santiago", new(2026, 9, 6)),
        ("America/New_York", new(2026, 3, 8)),
        ("America/New_York", new(2026, 11, 1)),
        ("Australia/Lord_Howe", new(2026, 4, 5)),
        ("Australia/Lord_Howe", new(2026, 10, 4)),
        ("America/Sao_Paulo", new(2018, 11, 4)),
        ("America/Bogota", new(2028, 2, 29)),
    ];

    private static readonly Gen<Case> Cases =
        from place in Gen.Elements(Places)
        from days in Gen.ArrayOf(DayHours(), 7)
        from holiday in Gen.Choose(-3, 3)
        from start in Gen.Choose(-3 * 1440, 3 * 1440)
        from length in Gen.Choose(0, 3 * 1440)
        select new Case(place.Zone, place.Change, days, holiday, start, length);

    [Fact]
    public void Business_time_is_what_counting_minutes_gives() => Check((calendar, from, to, minutes) =>
    {
        var counted = minutes.Count(minute => minute >= from && minute < to);
        return calendar.BusinessTimeBetween(from, to) == Duration.FromMinutes(counted);
    });

    [Fact]
    public void Adding_business_time_ends_with_the_last_minute_counted() => Check((calendar, from, to, minutes) =>
    {
        var after = minutes.Where(minute => minute >= from).ToList();
        var wanted = Math.Min(after.Count, (int)(to - from).TotalMinutes);
        var expected = wanted == 0 ? from : after[wanted - 1] + Duration.FromMinutes(1);
        return calendar.AddBusinessTime(from, Duration.FromMinutes(wanted)) == expected;
    });

    [Fact]
    public void The_house_is_open_in_the_minutes_counted_and_opens_next_in_the_first_of_them() => Check((calendar, from, _, minutes) =>
        calendar.IsOpen(from) == minutes.Contains(from)
        && (!minutes.Any(minute => minute >= from) || calendar.NextOpening(from) == minutes.First(minute => minute >= from)));

    [Fact]
    public void Business_time_is_additive_whatever_lies_between() => Check((calendar, from, to, _) =>
    {
        var middle = from + ((to - from) / 3);
        return calendar.BusinessTimeBetween(from, middle) + calendar.BusinessTimeBetween(middle, to) == calendar.BusinessTimeBetween(from, to);
    });

    [Fact]
    public void Business_time_is_monotone_and_never_more_than_passes() => Check((calendar, from, to, _) =>
    {
        var later = to + Duration.FromMinutes(47);
        var time = calendar.BusinessTimeBetween(from, to);
        return time >= Duration.Zero && time <= to - from && calendar.BusinessTimeBetween(from, later) >= time
            && calendar.BusinessTimeBetween(from + Duration.FromMinutes(47), later) <= calendar.BusinessTimeBetween(from, later);
    });

    [Fact]
    public void Adding_business_time_is_the_inverse_of_counting_it() => Check((calendar, from, to, _) =>
    {
        var time = Duration.FromMinutes((long)(to - from).TotalMinutes);
        var end = calendar.AddBusinessTime(from, time);
        var counted = calendar.BusinessTimeBetween(from, to);
        return calendar.BusinessTimeBetween(from, end) == time && calendar.AddBusinessTime(from, counted) <= to
            && calendar.BusinessTimeBetween(calendar.AddBusinessTime(from, counted), to) == Duration.Zero;
    });

    [Fact]
    public void Adding_in_two_steps_is_adding_once_and_more_time_is_never_earlier() => Check((calendar, from, to, _) =>
    {
        var time = to - from;
        var once = calendar.AddBusinessTime(from, time);
        return calendar.AddBusinessTime(calendar.AddBusinessTime(from, time / 3), time - (time / 3)) == once
            && calendar.AddBusinessTime(from, time + Duration.FromMinutes(1)) > once
            && calendar.AddBusinessTime(from + Duration.FromMinutes(31), time) >= once;
    });

    [Fact]
    public void Business_days_are_due_while_open_or_at_a_close_and_never_earlier_for_more_of_them() => Check((calendar, from, _, _) =>
    {
        var one = calendar.AddBusinessDays(from, 1);
        var two = calendar.AddBusinessDays(from, 2);
        return one > from && two > one && (calendar.IsOpen(one) || calendar.BusinessTimeBetween(one - Duration.FromMinutes(1), one) > Duration.Zero);
    });

    private static void Check(Func<BusinessCalendar, Instant, Instant, SortedSet<Instant>, bool> holds) =>
        Prop.ForAll(Cases.ToArbitrary(), example =>
        {
            var zone = DateTimeZoneProviders.Tzdb[example.Zone];
            var created = BusinessCalendar.Create(
                zone,
                example.Days.Select((hours, day) => (Day: (IsoDayOfWeek)(day + 1), Hours: hours)).ToDictionary(day => day.Day, day => day.Hours),
                [example.Change.PlusDays(example.Holiday)]);
            if (created.Refusal is not null)
            {
                return example.Days.All(hours => hours.Count == 0);
            }

            var noon = zone.AtLeniently(example.Change.At(new LocalTime(12, 0))).ToInstant();
            var from = noon + Duration.FromMinutes(example.Start);
            return holds(created.Value, from, from + Duration.FromMinutes(example.Length), Count(created.Value, noon));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static SortedSet<Instant> Count(BusinessCalendar calendar, Instant middle)
    {
        SortedSet<Instant> open = [];
        for (var minute = -6 * 1440; minute < 7 * 1440; minute++)
        {
            var instant = middle + Duration.FromMinutes(minute);
            var local = instant.InZone(calendar.Zone).LocalDateTime;
            var minuteOfDay = (local.Hour * 60) + local.Minute;
            if (!calendar.IsHoliday(local.Date) && calendar.HoursOn(local.DayOfWeek).Any(hours =>
                minuteOfDay >= Minutes(hours.From) && minuteOfDay < (hours.To == LocalTime.Midnight ? 1440 : Minutes(hours.To))))
            {
                open.Add(instant);
            }
        }

        return open;
    }

    private static int Minutes(LocalTime time) => (time.Hour * 60) + time.Minute;

    // None, one or two stretches of a day, cut at four ordered times; half of them touch midnight, where clocks like to change.
    private static Gen<IReadOnlyList<OpeningHours>> DayHours() =>
        from count in Gen.Choose(0, 2)
        from cuts in Gen.ArrayOf(Gen.Choose(0, 96), 4)
        select (IReadOnlyList<OpeningHours>)Stretches(count, cuts);

    private static List<OpeningHours> Stretches(int count, int[] cuts)
    {
        Array.Sort(cuts);
        List<OpeningHours> hours = [];
        for (var index = 0; index < count; index++)
        {
            if (cuts[2 * index] < cuts[(2 * index) + 1])
            {
                hours.Add(new OpeningHours(Time(cuts[2 * index]), Time(cuts[(2 * index) + 1])));
            }
        }

        return hours;
    }

    private static LocalTime Time(int quarter) => quarter == 96 ? LocalTime.Midnight : LocalTime.FromMinutesSinceMidnight(quarter * 15);

    private sealed record Case(
        string Zone, LocalDate Change, IReadOnlyList<OpeningHours>[] Days, int Holiday, int Start, int Length);
}
