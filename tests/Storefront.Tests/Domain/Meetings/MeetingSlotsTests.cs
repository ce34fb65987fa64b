using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Houses;
using Storefront.Domain.Meetings;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Meetings;

public sealed class MeetingSlotsTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 2, 12, 0);
    private static readonly MeetingPolicy Policy = new(FirstIsFree: true, Minutes: 30, OnTickets: true, new LocalizedText(("en", "A talk")))
    {
        NoticeHours = 0,
        HorizonDays = 1,
    };

    [Fact]
    public void FLU_22_Times_are_pieces_of_the_opening_hours_and_none_crosses_a_closed_stretch()
    {
        var calendar = Calendar("America/Bogota", "08:00-12:00", "13:00-17:15");

        var free = MeetingSlots.Free(Policy, calendar, [], Instant.FromUtc(2026, 11, 2, 5, 0)).Where(slot => calendar.DateOf(slot.Start) == new LocalDate(2026, 11, 2)).ToList();

        Assert.Equal(16, free.Count);
        Assert.All(free, slot => Assert.True(calendar.BusinessTimeBetween(slot.Start, slot.End) == Duration.FromMinutes(30)));
        Assert.Equal(Instant.FromUtc(2026, 11, 2, 22, 0), free[^1].End);
    }

    [Fact]
    public void Holidays_and_days_on_which_the_house_is_closed_have_none()
    {
        var calendar = Calendar("America/Santiago", "09:00-18:00");
        var saturday = Instant.FromUtc(2026, 11, 7, 12, 0);

        Assert.DoesNotContain(MeetingSlots.Free(Policy with { HorizonDays = 3 }, calendar, [], saturday), slot => calendar.DateOf(slot.Start).DayOfWeek >= IsoDayOfWeek.Saturday);
        Assert.Null(MeetingSlots.Find(Policy with { HorizonDays = 60 }, calendar, Instant.FromUtc(2026, 12, 25, 13, 0), Monday));
        Assert.NotNull(MeetingSlots.Find(Policy with { HorizonDays = 60 }, calendar, Instant.FromUtc(2026, 12, 24, 13, 0), Monday));
    }

    [Fact]
    public void Nothing_too_soon_too_far_ahead_or_between_two_times_is_offered()
    {
        var calendar = Calendar("America/Santiago", "09:00-18:00");
        var policy = Policy with { NoticeHours = 4, HorizonDays = 7 };

        Assert.Null(MeetingSlots.Find(policy, calendar, Monday + Duration.FromHours(3.5), Monday));
        Assert.NotNull(MeetingSlots.Find(policy, calendar, Monday + Duration.FromHours(4), Monday));
        Assert.Null(MeetingSlots.Find(policy, calendar, Monday + Duration.FromMinutes(255), Monday));
        Assert.Null(MeetingSlots.Find(policy, calendar, Monday + Duration.FromDays(8), Monday));
        Assert.Null(MeetingSlots.Find(policy, calendar, Monday - Duration.FromDays(7), Monday));
    }

    [Fact]
    public void What_is_taken_is_not_offered_until_as_many_are_held_at_once_as_the_house_can()
    {
        var calendar = Calendar("America/Santiago", "09:00-18:00");
        var slot = new Interval(Monday, Monday + Duration.FromMinutes(30));
        var longer = new TakenTime(new Interval(Monday - Duration.FromMinutes(15), Monday + Duration.FromMinutes(5)), 1);

        Assert.Null(MeetingSlots.SeatIn(Policy, slot, [new TakenTime(slot, 0)]));
        Assert.Equal(0, MeetingSlots.SeatIn(Policy, slot, [new TakenTime(new Interval(slot.End, slot.End + Duration.FromMinutes(30)), 0)]));
        Assert.Equal(0, MeetingSlots.SeatIn(Policy with { AtOnce = 2 }, slot, [longer]));
        Assert.Null(MeetingSlots.SeatIn(Policy with { AtOnce = 2 }, slot, [longer, new TakenTime(slot, 0)]));
        Assert.DoesNotContain(MeetingSlots.Free(Policy, calendar, [new TakenTime(slot, 0)], Monday), free => free.Start == Monday);
    }

    [Fact]
    public void When_the_clocks_change_a_time_that_is_skipped_is_not_offered_and_one_that_comes_twice_is_offered_twice()
    {
        // A house that is open at night, in Santiago: at 24:00 of 4 April 2026 it becomes 23:00; at 24:00 of 5 September, 01:00.
        var calendar = Calendar("America/Santiago", "22:00-00:00");
        int On(LocalDate date) => calendar.PiecesOf(date, Duration.FromMinutes(30)).Count();
        var early = Calendar("America/Santiago", "00:00-02:00");

        Assert.Equal(4, On(new LocalDate(2026, 4, 3)));
        Assert.Equal(6, On(new LocalDate(2026, 4, 4)));
        Assert.Equal(2, early.PiecesOf(new LocalDate(2026, 9, 6), Duration.FromMinutes(30)).Count());
        Assert.Equal(4, early.PiecesOf(new LocalDate(2026, 9, 7), Duration.FromMinutes(30)).Count());
    }

    [Fact]
    public void Every_time_is_open_from_end_to_end_over_a_whole_year_in_every_houses_calendar()
    {
        foreach (var handbook in HandbookCatalogue.Keys.Select(key => HandbookCatalogue.Load(key).Value))
        {
            var now = Instant.FromUtc(2026, 1, 1, 0, 0);
            var all = MeetingSlots.Free(handbook.Meetings with { HorizonDays = 365 }, handbook.Calendar, [], now).ToList();

            Assert.NotEmpty(all);
            Assert.All(all, slot => Assert.Equal(slot.Duration, handbook.Calendar.BusinessTimeBetween(slot.Start, slot.End)));
            Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }
    }

    [Theory]
    [InlineData(PlanService.WeeklyMeeting, "2026-11-02", "2026-11-02", "2026-11-02", "2026-11-09")]
    [InlineData(PlanService.WeeklyMeeting, "2026-11-02", "2026-11-08", "2026-11-02", "2026-11-09")]
    [InlineData(PlanService.FortnightlyMeeting, "2026-11-02", "2026-11-16", "2026-11-16", "2026-11-30")]
    [InlineData(PlanService.MonthlyMeeting, "2026-01-31", "2026-02-28", "2026-02-28", "2026-03-31")]
    [InlineData(PlanService.MonthlyMeeting, "2026-01-31", "2026-02-27", "2026-01-31", "2026-02-28")]
    [InlineData(PlanService.MonthlyMeeting, "2026-01-31", "2026-05-30", "2026-04-30", "2026-05-31")]
    public void FEN_18_A_follow_up_is_due_in_each_run_from_the_anchor_on(PlanService service, string anchor, string today, string start, string end) =>
        Assert.Equal((Date(start), Date(end)), FollowUps.RunOf(service, Date(anchor), Date(today)));

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static BusinessCalendar Calendar(string zone, params string[] hours) => BusinessCalendar.Create(
        DateTimeZoneProviders.Tzdb[zone],
        Enumerable.Range(1, hours[0].StartsWith("09", StringComparison.Ordinal) || hours[0].StartsWith("08", StringComparison.Ordinal) ? 5 : 7)
            .ToDictionary(day => (IsoDayOfWeek)day, IReadOnlyList<OpeningHours> (_) => [.. hours.Select(Hours)]),
        [new LocalDate(2026, 12, 25)]).Value;

    private static OpeningHours Hours(string text)
    {
        var times = text.Split('-').Select(time => NodaTime.Text.LocalTimePattern.ExtendedIso.Parse($"{time}:00").Value).ToArray();
        return new OpeningHours(times[0], times[1]);
    }
}
