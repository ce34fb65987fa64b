using NodaTime;
using Storefront.Domain.Calendars;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Calendars;

public class BusinessCalendarTests
{
    private static readonly LocalDate Monday = new(2026, 11, 16);

    [Fact]
    public void FLU_14_Four_business_hours_from_Friday_half_past_four_end_on_Monday_half_past_eleven() =>
        Assert.Equal(
            InSantiago(2026, 11, 16, 11, 30),
            Flunt().AddBusinessTime(InSantiago(2026, 11, 13, 16, 30), Duration.FromHours(4)));

    [Fact]
    public void What_fills_a_day_ends_at_its_close() =>
        Assert.Equal(InSantiago(2026, 11, 16, 18), Flunt().AddBusinessTime(InSantiago(2026, 11, 16, 14), Duration.FromHours(4)));

    [Fact]
    public void Lunch_is_not_counted() =>
        Assert.Equal(InSantiago(2026, 11, 16, 15), WithLunch().AddBusinessTime(InSantiago(2026, 11, 16, 12), Duration.FromHours(2)));

    [Fact]
    public void Holidays_are_not_counted() =>
        Assert.Equal(
            InSantiago(2026, 12, 9, 10),
            Flunt(new LocalDate(2026, 12, 8)).AddBusinessTime(InSantiago(2026, 12, 7, 17), Duration.FromHours(2)));

    [Fact]
    public void No_time_at_all_ends_where_it_began_open_or_not()
    {
        var night = InSantiago(2026, 11, 16, 3);
        Assert.Equal(night, Flunt().AddBusinessTime(night, Duration.Zero));
    }

    [Fact]
    public void Negative_time_is_a_fault() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Flunt().AddBusinessTime(InSantiago(2026, 11, 16), -Duration.Epsilon));

    // Santiago sets its clocks back at the end of Saturday 4 April 2026 and forward at the end of Saturday 5 September.
    [Fact]
    public void A_night_shift_is_an_hour_longer_where_the_clocks_go_back()
    {
        var saturdays = BusinessCalendar.Create(Santiago, Week(IsoDayOfWeek.Saturday, Open(22, 24)), []).Value;
        Assert.Equal(
            Duration.FromHours(3),
            saturdays.BusinessTimeBetween(InSantiago(2026, 4, 4, 12), InSantiago(2026, 4, 5, 12)));
    }

    [Fact]
    public void An_hour_that_the_clocks_skip_is_not_open()
    {
        var sundays = BusinessCalendar.Create(Santiago, Week(IsoDayOfWeek.Sunday, Open(0, 3)), []).Value;
        var from = InSantiago(2026, 9, 5, 12);
        Assert.Equal(InSantiago(2026, 9, 6, 1), sundays.NextOpening(from));
        Assert.Equal(Duration.FromHours(2), sundays.BusinessTimeBetween(from, InSantiago(2026, 9, 6, 12)));
    }

    [Fact]
    public void A_day_without_a_midnight_is_open_around_the_clock_for_twenty_three_hours()
    {
        var always = BusinessCalendar.Create(Santiago, Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)
            .ToDictionary(day => day, _ => (IReadOnlyList<OpeningHours>)[Open(0, 24)]), []).Value;
        Assert.Equal(
            Duration.FromHours(23),
            always.BusinessTimeBetween(
                Santiago.AtStartOfDay(new LocalDate(2026, 9, 6)).ToInstant(), InSantiago(2026, 9, 7)));
    }

    [Fact]
    public void Open_from_the_first_instant_to_before_the_last()
    {
        var calendar = Flunt();
        Assert.True(calendar.IsOpen(InSantiago(2026, 11, 16, 9)));
        Assert.False(calendar.IsOpen(InSantiago(2026, 11, 16, 18)));
        Assert.False(calendar.IsOpen(InSantiago(2026, 11, 14, 12)));
    }

    [Theory]
    [InlineData(16, 12, 16, 12)]
    [InlineData(16, 18, 17, 9)]
    [InlineData(13, 18, 16, 9)]
    public void The_next_opening_is_now_when_open(int day, int hour, int expectedDay, int expectedHour) =>
        Assert.Equal(InSantiago(2026, 11, expectedDay, expectedHour), Flunt().NextOpening(InSantiago(2026, 11, day, hour)));

    [Fact]
    public void Time_between_two_instants_is_zero_the_wrong_way_round() =>
        Assert.Equal(Duration.Zero, Flunt().BusinessTimeBetween(InSantiago(2026, 11, 17), InSantiago(2026, 11, 16)));

    [Theory]
    [InlineData(16, 10, 23, 10)] // Monday ten: the next Monday at ten.
    [InlineData(20, 17, 27, 17)] // Friday five: the next Friday at five.
    [InlineData(16, 7, 20, 18)] // Before opening: the whole of five days.
    [InlineData(16, 19, 23, 18)] // After the close: the five days that follow.
    [InlineData(21, 12, 27, 18)] // Saturday: the whole of the next week.
    public void FLU_14_Five_business_days(int day, int hour, int dueDay, int dueHour) =>
        Assert.Equal(InSantiago(2026, 11, dueDay, dueHour), Flunt().AddBusinessDays(InSantiago(2026, 11, day, hour), 5));

    [Fact]
    public void A_business_day_that_ends_in_a_shorter_day_ends_with_it()
    {
        var calendar = BusinessCalendar.Create(
            Santiago,
            new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningHours>>
            {
                [IsoDayOfWeek.Friday] = [Open(9, 18)],
                [IsoDayOfWeek.Saturday] = [Open(10, 13)],
            },
            []).Value;
        Assert.Equal(InSantiago(2026, 11, 14, 13), calendar.AddBusinessDays(InSantiago(2026, 11, 13, 17), 1));
        Assert.Equal(InSantiago(2026, 11, 14, 10), calendar.AddBusinessDays(InSantiago(2026, 11, 13, 9, 30), 1));
    }

    [Fact]
    public void FLU_20_Three_business_days_after_a_Thursday_is_a_Tuesday() =>
        Assert.Equal(new LocalDate(2026, 11, 17), Flunt().AddBusinessDays(new LocalDate(2026, 11, 12), 3));

    [Theory]
    [InlineData(16, 9, 20)]
    [InlineData(20, 17, 20)]
    [InlineData(20, 18, 27)] // At the close it is over.
    [InlineData(22, 23, 27)] // Sunday belongs to the week that ends with it, whose close has passed.
    public void FLU_14_The_business_week_ends_at_the_close_of_its_last_business_day(int day, int hour, int dueDay) =>
        Assert.Equal(InSantiago(2026, 11, dueDay, 18), Flunt().EndOfBusinessWeek(InSantiago(2026, 11, day, hour)));

    [Fact]
    public void A_business_week_whose_Friday_is_a_holiday_ends_on_Thursday_and_one_without_business_days_is_passed_over()
    {
        Assert.Equal(
            InSantiago(2026, 11, 19, 18),
            Flunt(new LocalDate(2026, 11, 20)).EndOfBusinessWeek(InSantiago(2026, 11, 16, 9)));
        LocalDate[] week = [.. Enumerable.Range(0, 5).Select(day => Monday.PlusDays(day))];
        Assert.Equal(InSantiago(2026, 11, 27, 18), Flunt(week).EndOfBusinessWeek(InSantiago(2026, 11, 16, 9)));
    }

    [Fact]
    public void A_calendar_that_contradicts_itself_is_refused_with_every_fault()
    {
        var refused = BusinessCalendar.Create(
            Santiago,
            new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningHours>>
            {
                [IsoDayOfWeek.Monday] = [Open(9, 13), Open(12, 18)],
                [IsoDayOfWeek.Tuesday] = [Open(9, 9), Open(18, 12)],
                [IsoDayOfWeek.Wednesday] = [Open(9, 24), Open(10, 11)],
            },
            []);

        var fault = Assert.IsType<CalendarNotValid>(refused.Refusal);
        Assert.Equal(
            [
                new(CalendarFaultKind.OverlappingHours, IsoDayOfWeek.Monday, 1),
                new(CalendarFaultKind.EmptyHours, IsoDayOfWeek.Tuesday, 0),
                new(CalendarFaultKind.EmptyHours, IsoDayOfWeek.Tuesday, 1),
                new(CalendarFaultKind.OverlappingHours, IsoDayOfWeek.Wednesday, 1),
            ],
            fault.Faults);
    }

    [Fact]
    public void A_house_that_never_opens_is_refused()
    {
        var refused = BusinessCalendar.Create(Santiago, new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningHours>>(), []);
        Assert.Equal([new CalendarFault(CalendarFaultKind.NeverOpen)], Assert.IsType<CalendarNotValid>(refused.Refusal).Faults);
    }

    private static Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningHours>> Week(IsoDayOfWeek day, params OpeningHours[] hours) =>
        new() { [day] = hours };
}
