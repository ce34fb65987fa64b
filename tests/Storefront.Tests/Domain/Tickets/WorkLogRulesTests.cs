using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Hours;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Tickets;

public class WorkLogRulesTests
{
    private static readonly Instant Opened = InSantiago(2026, 11, 16, 10);
    private static readonly Instant Now = InSantiago(2026, 11, 16, 12);
    private static readonly TicketClass Class = Desk.Flunt.Classes[0];
    private static readonly TicketKind Kind = Desk.Flunt.Kinds[0];

    [Theory]
    [InlineData(1)]
    [InlineData(1440)]
    public void A_minute_to_a_day_can_be_logged(int minutes) =>
        Assert.False(WorkLogRules.Check(Desk.Open(Opened), minutes, Now, Now).IsRefused);

    [Theory]
    [InlineData(0)]
    [InlineData(-90)]
    [InlineData(1441)]
    [InlineData(int.MaxValue)]
    public void No_negative_and_no_absurd_minutes(int minutes) =>
        Assert.Equal(new MinutesNotValid(1, 1440), WorkLogRules.Check(Desk.Open(Opened), minutes, Now, Now).Refusal);

    [Fact]
    public void No_work_in_the_future_or_before_the_ticket_was_opened()
    {
        var ticket = Desk.Open(Opened);
        Assert.Equal(new WorkInTheFuture(Now), WorkLogRules.Check(ticket, 90, Now + Duration.Epsilon, Now).Refusal);
        Assert.Equal(new WorkBeforeOpening(Opened), WorkLogRules.Check(ticket, 90, Opened - Duration.Epsilon, Now).Refusal);
        Assert.False(WorkLogRules.Check(ticket, 90, Opened, Now).IsRefused);
    }

    [Fact]
    public void A_closed_ticket_takes_no_work_a_resolved_one_still_does()
    {
        var ticket = Desk.Open(Opened);
        Assert.Equal(
            new TicketNotOpen(TicketStatus.Closed),
            WorkLogRules.Check(ticket.Move(TicketStatus.Closed, Now), 90, Now, Now).Refusal);
        Assert.False(WorkLogRules.Check(ticket.Move(TicketStatus.Resolved, Now), 90, Now, Now).IsRefused);
    }

    [Fact]
    public void FEN_11_Minutes_outside_business_hours_count_double_and_only_they()
    {
        Assert.Equal(90, Charged(HourRules.Fenicio, 45, InSantiago(2026, 11, 15, 12)));
        Assert.Equal(45, Charged(HourRules.Fenicio, 45, InSantiago(2026, 11, 16, 12)));
        Assert.Equal(30 + (2 * 15), Charged(HourRules.Fenicio, 45, InSantiago(2026, 11, 16, 18, 15)));
    }

    [Fact]
    public void A_house_without_a_surcharge_counts_every_minute_once() =>
        Assert.Equal(45, Charged(HourRules.Flunt, 45, InSantiago(2026, 11, 15, 12)));

    [Fact]
    public void FEN_09_What_costs_no_hours_charges_none()
    {
        Assert.Equal(0, WorkLogRules.ChargedMinutes(Class with { CostsHours = false }, Kind, HourRules.Fenicio, Desk.Calendar, 45, Now));
        Assert.Equal(0, WorkLogRules.ChargedMinutes(Class, Kind with { CostsHours = false }, HourRules.Fenicio, Desk.Calendar, 45, Now));
    }

    [Theory]
    [InlineData(4 + 3, 3)]
    [InlineData(4 + 9, 0)]
    [InlineData(0, 0)]
    public void FEN_10_Closing_adds_what_is_missing_to_the_least_charge(int charged, int topUp) =>
        Assert.Equal(topUp, WorkLogRules.TopUp(HourRules.Fenicio, "gold", charged));

    private static int Charged(HourPolicy policy, int minutes, Instant workedAt) =>
        WorkLogRules.ChargedMinutes(Class, Kind, policy, Desk.Calendar, minutes, workedAt);
}
