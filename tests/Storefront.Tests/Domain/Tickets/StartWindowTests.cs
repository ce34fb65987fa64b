using NodaTime;
using Storefront.Domain.Tickets;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Tickets;

public class StartWindowTests
{
    private static readonly Instant MondayTen = InSantiago(2026, 11, 16, 10);
    private static readonly QueuePace TwoHours = new(Duration.FromHours(2));

    [Fact]
    public void FLU_13_The_window_goes_by_how_fast_work_was_begun_lately()
    {
        // Two ahead at two hours each: three hours of four, to seven and a half of six.
        var window = StartWindow.Of(2, TwoHours, promised: null, Desk.Calendar, MondayTen)!.Value;
        Assert.Equal((InSantiago(2026, 11, 16, 13), InSantiago(2026, 11, 16, 17, 30), StartBasis.Pace), (window.From, window.To, window.Basis));
    }

    [Fact]
    public void FLU_13_The_window_ends_with_what_was_promised()
    {
        var window = StartWindow.Of(9, TwoHours, InSantiago(2026, 11, 16, 14), Desk.Calendar, MondayTen)!.Value;
        Assert.Equal((InSantiago(2026, 11, 16, 14), InSantiago(2026, 11, 16, 14)), (window.From, window.To));
    }

    [Fact]
    public void FLU_13_Without_a_pace_the_promise_speaks_and_without_either_nobody()
    {
        var saturday = InSantiago(2026, 11, 14, 12);
        var window = StartWindow.Of(3, pace: null, MondayTen, Desk.Calendar, saturday)!.Value;
        Assert.Equal((InSantiago(2026, 11, 16, 9), MondayTen, StartBasis.Promise), (window.From, window.To, window.Basis));
        Assert.Null(StartWindow.Of(3, pace: null, promised: null, Desk.Calendar, saturday));
    }

    [Fact]
    public void FLU_13_What_is_closed_is_not_in_the_window()
    {
        var window = StartWindow.Of(1, TwoHours, promised: null, Desk.Calendar, InSantiago(2026, 11, 13, 17))!.Value;
        Assert.Equal((InSantiago(2026, 11, 16, 9, 30), InSantiago(2026, 11, 16, 13)), (window.From, window.To));
    }

    [Fact]
    public void A_planned_ticket_begins_on_its_day() => Assert.Equal(
        new StartWindow(InSantiago(2026, 11, 19, 9), InSantiago(2026, 11, 19, 18), StartBasis.Planned), StartWindow.Planned(new(2026, 11, 19), Desk.Calendar));

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 36)]
    [InlineData(30, 6)]
    public void A_pace_needs_enough_to_go_by(int begun, int? hours) =>
        Assert.Equal(hours is { } each ? new QueuePace(Duration.FromHours(each)) : null, QueuePace.Of(begun, Duration.FromHours(180)));

    [Fact]
    public void The_middle_half_of_what_similar_work_took_is_told_from_three_tickets_on()
    {
        Assert.Null(MinuteRange.Of([10, 20]));
        Assert.Equal(new MinuteRange(10, 30, 3), MinuteRange.Of([30, 10, 20]));
        Assert.Equal(new MinuteRange(30, 70, 9), MinuteRange.Of([10, 20, 30, 40, 50, 60, 70, 80, 900]));
    }
}
