using NodaTime;
using Storefront.Domain.Notifications;

namespace Storefront.Tests.Domain.Notifications;

public sealed class QuietHoursTests
{
    private static readonly DateTimeZone Santiago = DateTimeZoneProviders.Tzdb["America/Santiago"];
    private static readonly DateTimeZone Madrid = DateTimeZoneProviders.Tzdb["Europe/Madrid"];

    [Theory]
    [InlineData("22:00", "07:00", "21:59", false)]
    [InlineData("22:00", "07:00", "22:00", true)]
    [InlineData("22:00", "07:00", "00:00", true)]
    [InlineData("22:00", "07:00", "06:59", true)]
    [InlineData("22:00", "07:00", "07:00", false)]
    [InlineData("13:00", "15:00", "14:00", true)]
    [InlineData("13:00", "15:00", "15:00", false)]
    [InlineData("09:00", "09:00", "09:00", false)]
    public void They_begin_at_the_one_and_end_before_the_other_also_over_midnight(string from, string to, string time, bool isQuiet) =>
        Assert.Equal(isQuiet, new QuietHours(Time(from), Time(to)).Contains(Time(time)));

    [Fact]
    public void What_is_ready_in_them_is_released_when_they_end_in_the_readers_zone()
    {
        var quiet = new QuietHours(Time("22:00"), Time("07:00"));

        Assert.Equal(Instant.FromUtc(2026, 11, 3, 10, 0), quiet.Release(Instant.FromUtc(2026, 11, 3, 2, 30), Santiago));
        Assert.Equal(Instant.FromUtc(2026, 11, 3, 12, 30), quiet.Release(Instant.FromUtc(2026, 11, 3, 12, 30), Santiago));
    }

    [Fact]
    public void A_time_that_is_skipped_comes_when_the_clocks_have_gone_forward()
    {
        // Madrid, 29 March 2026: 02:00 becomes 03:00.
        var next = DailyTime.After(Instant.FromUtc(2026, 3, 28, 23, 0), Time("02:30"), Madrid);

        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), next);
    }

    [Fact]
    public void Of_a_time_that_is_shown_twice_the_second_counts_after_the_first()
    {
        // Madrid, 25 October 2026: 03:00 becomes 02:00, so that 02:30 comes at 00:30 and at 01:30 UTC.
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), DailyTime.After(Instant.FromUtc(2026, 10, 25, 0, 0), Time("02:30"), Madrid));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 1, 30), DailyTime.After(Instant.FromUtc(2026, 10, 25, 1, 10), Time("02:30"), Madrid));
    }

    [Fact]
    public void The_next_is_always_later_and_never_more_than_a_day_and_an_hour_away()
    {
        foreach (var zone in new[] { Santiago, Madrid, DateTimeZoneProviders.Tzdb["Australia/Lord_Howe"] })
        {
            for (var now = Instant.FromUtc(2026, 1, 1, 0, 0); now < Instant.FromUtc(2027, 1, 1, 0, 0); now += Duration.FromMinutes(313))
            {
                var next = DailyTime.After(now, Time("02:15"), zone);
                Assert.InRange(next - now, Duration.Epsilon, Duration.FromHours(25));
            }
        }
    }

    private static LocalTime Time(string text) => NodaTime.Text.LocalTimePattern.ExtendedIso.Parse($"{text}:00").Value;
}
