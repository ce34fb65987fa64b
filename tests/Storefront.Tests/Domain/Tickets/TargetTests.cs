using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Calendars;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Tickets;

public class TargetTests
{
    private static readonly Instant FridayAfternoon = InSantiago(2026, 11, 13, 16, 30);
    private static readonly Instant MondayTen = InSantiago(2026, 11, 16, 10);

    [Fact]
    public void FLU_14_A_critical_ticket_of_Friday_half_past_four_starts_by_Monday_and_has_a_workaround_on_Saturday()
    {
        var forecast = Targets.Forecast(Desk.Flunt.Targets, "Q1", "business", Desk.Calendar, FridayAfternoon);

        Assert.Equal(
            [
                (TargetKind.Start, InSantiago(2026, 11, 16, 11, 30), false),
                (TargetKind.Workaround, InSantiago(2026, 11, 14, 16, 30), true),
            ],
            forecast.Select(target => (target.Kind, target.DueAt!.Value, target.DueWhileClosed)));
    }

    [Fact]
    public void FLU_14_An_urgent_one_starts_within_24_clock_hours_and_is_resolved_within_5_business_days()
    {
        var ticket = Desk.Open(MondayTen, Urgency.High, Impact.Low);
        Assert.Equal(InSantiago(2026, 11, 17, 10), ticket.Target(TargetKind.Start, MondayTen).DueAt);
        Assert.Equal(InSantiago(2026, 11, 23, 10), ticket.Target(TargetKind.Resolution, MondayTen).DueAt);
    }

    [Fact]
    public void FLU_14_An_important_one_is_planned_by_the_end_of_the_business_week_and_the_close_is_not_deserted()
    {
        var target = Desk.Open(MondayTen, Urgency.Low, Impact.High).Target(TargetKind.PlannedBy, MondayTen);
        Assert.Equal((InSantiago(2026, 11, 20, 18), false), (target.DueAt, target.DueWhileClosed));
    }

    [Fact]
    public void FLU_14_The_backlog_has_no_targets() =>
        Assert.Empty(Targets.Forecast(Desk.Flunt.Targets, "Q4", "business", Desk.Calendar, MondayTen));

    [Fact]
    public void FLU_14_Twenty_four_clock_hours_over_a_change_of_the_clocks_are_twenty_four_hours()
    {
        var saturday = InSantiago(2026, 4, 4, 16, 30);
        var target = Desk.Open(saturday).Target(TargetKind.Workaround, saturday);
        Assert.Equal(new LocalDateTime(2026, 4, 5, 15, 30), target.DueAt!.Value.InZone(Santiago).LocalDateTime);
    }

    [Fact]
    public void FEN_16_A_target_of_the_customers_plan_goes_before_the_general_one()
    {
        TargetPolicy[] policies =
        [
            new("Q1", TargetKind.FirstAnswer, new TargetDuration(TargetUnit.BusinessHours, 2)),
            new("Q1", TargetKind.FirstAnswer, new TargetDuration(TargetUnit.BusinessHours, 1), "gold"),
        ];
        Assert.Equal(InSantiago(2026, 11, 16, 11), Due("gold"));
        Assert.Equal(InSantiago(2026, 11, 16, 12), Due("silver"));
        Assert.Equal(InSantiago(2026, 11, 16, 12), Due(null));

        Instant? Due(string? plan) => Assert.Single(Targets.Forecast(policies, "Q1", plan, Desk.Calendar, MondayTen)).DueAt;
    }

    [Fact]
    public void COM_03_A_target_waits_while_the_ticket_waits_for_the_customer_and_says_so()
    {
        var waiting = Desk.Open(MondayTen).Move(TicketStatus.WaitingForCustomer, MondayTen + Duration.FromHours(1));
        var target = waiting.Target(TargetKind.Start, MondayTen + Duration.FromHours(2));
        Assert.Equal(
            (TargetState.Paused, null, PauseReason.WaitingForCustomer), (target.State, target.DueAt, target.WaitsFor));
    }

    [Fact]
    public void COM_03_Business_hours_are_moved_by_the_time_the_house_was_open_meanwhile_clock_hours_by_all_of_it()
    {
        var opened = InSantiago(2026, 11, 16, 16);
        var ticket = Desk.Open(opened)
            .Move(TicketStatus.WaitingForCustomer, InSantiago(2026, 11, 16, 17))
            .Reply(TicketActor.Customer, InSantiago(2026, 11, 17, 11));

        Assert.Equal(TicketStatus.Open, ticket.Status);
        Assert.Equal(InSantiago(2026, 11, 17, 14), ticket.Target(TargetKind.Start, InSantiago(2026, 11, 17, 12)).DueAt);
        Assert.Equal(InSantiago(2026, 11, 18, 10), ticket.Target(TargetKind.Workaround, InSantiago(2026, 11, 17, 12)).DueAt);
    }

    [Fact]
    public void COM_03_A_wait_overnight_moves_business_days_and_weeks_by_nothing()
    {
        var urgent = Night(Desk.Open(MondayTen, Urgency.High, Impact.Low));
        Assert.Equal(InSantiago(2026, 11, 23, 10), urgent.Target(TargetKind.Resolution, InSantiago(2026, 11, 17, 12)).DueAt);
        var important = Night(Desk.Open(MondayTen, Urgency.Low, Impact.High));
        Assert.Equal(InSantiago(2026, 11, 20, 18), important.Target(TargetKind.PlannedBy, InSantiago(2026, 11, 17, 12)).DueAt);

        static TicketState Night(TicketState ticket) => ticket
            .Move(TicketStatus.WaitingForCustomer, InSantiago(2026, 11, 16, 19))
            .Reply(TicketActor.Customer, InSantiago(2026, 11, 17, 8));
    }

    [Fact]
    public void COM_03_Segments_tell_when_the_clock_ran_and_stood_still_and_why()
    {
        var (one, two, three) = (MondayTen + Duration.FromHours(1), MondayTen + Duration.FromHours(2), MondayTen + Duration.FromHours(3));
        var ticket = Desk.Open(MondayTen).Move(TicketStatus.WaitingForCustomer, one).Reply(TicketActor.Customer, two)
            .Move(TicketStatus.InProgress, two).Move(TicketStatus.AwaitingApproval, three);
        Assert.Equal<ClockSegment>(
            [
                new(MondayTen, one, null),
                new(one, two, PauseReason.WaitingForCustomer),
                new(two, three, null),
                new(three, null, PauseReason.AwaitingApproval),
            ],
            ticket.Segments);
    }

    [Fact]
    public void COM_03_A_target_that_was_missed_before_the_wait_stays_missed()
    {
        var ticket = Desk.Open(MondayTen).Move(TicketStatus.WaitingForCustomer, InSantiago(2026, 11, 16, 15));
        var target = ticket.Target(TargetKind.Start, InSantiago(2026, 11, 16, 16));
        Assert.Equal((TargetState.Missed, InSantiago(2026, 11, 16, 14)), (target.State, target.DueAt));
    }

    [Fact]
    public void COM_03_A_change_of_class_keeps_what_has_run_and_waited()
    {
        var ticket = Desk.Open(MondayTen, Urgency.Low, Impact.High)
            .Move(TicketStatus.WaitingForCustomer, InSantiago(2026, 11, 16, 11))
            .Reply(TicketActor.Customer, InSantiago(2026, 11, 16, 12))
            .Classify("Q1", InSantiago(2026, 11, 16, 13));
        Assert.Equal(InSantiago(2026, 11, 16, 15), ticket.Target(TargetKind.Start, InSantiago(2026, 11, 16, 13)).DueAt);
        Assert.Equal(3, ticket.Segments.Length);
    }

    [Theory]
    [InlineData(14, 0, TargetState.Met)]
    [InlineData(14, 1, TargetState.Missed)]
    public void A_start_meets_its_target_up_to_the_instant_it_is_due(int hour, int minute, TargetState expected)
    {
        var started = InSantiago(2026, 11, 16, hour, minute);
        var target = Desk.Open(MondayTen).Move(TicketStatus.InProgress, started).Target(TargetKind.Start, InSantiago(2026, 11, 20));
        Assert.Equal((expected, started, InSantiago(2026, 11, 16, 14)), (target.State, target.MetAt, target.DueAt));
    }

    [Fact]
    public void A_target_that_runs_is_missed_only_after_it_was_due()
    {
        var due = InSantiago(2026, 11, 16, 14);
        Assert.Equal(TargetState.Running, Desk.Open(MondayTen).Target(TargetKind.Start, due).State);
        Assert.Equal(TargetState.Missed, Desk.Open(MondayTen).Target(TargetKind.Start, due + Duration.Epsilon).State);
    }

    [Fact]
    public void FLU_16_A_workaround_meets_its_target_and_the_ticket_stays_open()
    {
        var at = MondayTen + Duration.FromHours(5);
        var change = TicketRules.RecordWorkaround(Desk.Open(MondayTen).Move(TicketStatus.InProgress, MondayTen), at).Value;
        Assert.Equal(TicketStatus.InProgress, change.Ticket.Status);
        Assert.Equal((TargetState.Met, at), (Target(change.Ticket).State, Target(change.Ticket).MetAt));
        Assert.Empty(TicketRules.RecordWorkaround(change.Ticket, at + Duration.FromHours(1)).Value.Events);

        static TargetProgress Target(TicketState ticket) => ticket.Target(TargetKind.Workaround, InSantiago(2026, 11, 20));
    }

    [Fact]
    public void A_resolution_meets_whatever_was_promised_before_it()
    {
        var at = MondayTen + Duration.FromHours(2);
        var ticket = Desk.Open(MondayTen).Move(TicketStatus.Resolved, at);
        Assert.All(
            Targets.Of(Desk.Flunt.Targets, ticket, "business", Desk.Calendar, InSantiago(2026, 11, 30)),
            target => Assert.Equal((TargetState.Met, (Instant?)at), (target.State, target.MetAt)));
    }

    [Fact]
    public void What_is_met_while_the_ticket_waits_is_met_in_time()
    {
        var ticket = Desk.Open(MondayTen).Move(TicketStatus.WaitingForCustomer, MondayTen + Duration.FromHours(1));
        var met = TicketRules.RecordWorkaround(ticket, MondayTen + Duration.FromHours(30)).Value.Ticket;
        Assert.Equal(TargetState.Met, met.Target(TargetKind.Workaround, MondayTen + Duration.FromHours(40)).State);
    }

    [Fact]
    public void The_planning_target_is_met_by_a_day_or_by_starting_at_once()
    {
        var today = new LocalDate(2026, 11, 16);
        var planned = TicketRules.Plan(Desk.Open(MondayTen, Urgency.Low, Impact.High), Desk.Flunt, today.PlusDays(9), today, MondayTen).Value.Ticket;
        Assert.Equal(TargetState.Met, planned.Target(TargetKind.PlannedBy, InSantiago(2026, 11, 30)).State);
        var started = Desk.Open(MondayTen, Urgency.Low, Impact.High).Move(TicketStatus.InProgress, MondayTen);
        Assert.Equal(TargetState.Met, started.Target(TargetKind.PlannedBy, InSantiago(2026, 11, 30)).State);
    }

    [Fact]
    public void A_reopened_ticket_runs_on_without_the_time_in_which_it_was_resolved()
    {
        var ticket = Desk.Open(MondayTen, Urgency.High, Impact.Low)
            .Move(TicketStatus.Resolved, InSantiago(2026, 11, 17, 10))
            .Reply(TicketActor.Customer, InSantiago(2026, 11, 18, 10));
        Assert.Equal((TicketStatus.Open, null), (ticket.Status, ticket.ResolvedAt));
        var target = ticket.Target(TargetKind.Resolution, InSantiago(2026, 11, 18, 12));
        Assert.Equal((TargetState.Running, InSantiago(2026, 11, 24, 10)), (target.State, target.DueAt));
    }

    [Fact]
    public void FLU_17_The_targets_of_a_scheduled_ticket_run_from_when_it_joins_the_queue()
    {
        var joins = InSantiago(2026, 12, 1);
        var scheduled = TicketRules.Schedule(
            TicketId.New(MondayTen), Desk.Flunt, "support", Urgency.High, Impact.High, MondayTen, joins).Value.Ticket;
        var before = scheduled.Target(TargetKind.Start, InSantiago(2026, 11, 20));
        Assert.Equal((TargetState.NotStarted, null), (before.State, before.DueAt));

        var joined = TicketRules.Settle(scheduled, InSantiago(2026, 12, 20)).Ticket;
        Assert.Equal(InSantiago(2026, 12, 1, 13), joined.Target(TargetKind.Start, joins).DueAt);
    }

    [Fact]
    public void The_next_target_to_fall_due_is_the_earliest_that_runs()
    {
        var targets = Targets.Forecast(Desk.Flunt.Targets, "Q1", null, Desk.Calendar, FridayAfternoon);
        Assert.Equal(InSantiago(2026, 11, 14, 16, 30), Targets.NextDue(targets));
        Assert.Null(Targets.NextDue([]));
    }

    [Fact]
    public void Lunch_pauses_the_clock_of_business_hours()
    {
        var eleven = InSantiago(2026, 11, 16, 11);
        Assert.Equal(
            InSantiago(2026, 11, 16, 16), Desk.Open(eleven).Target(TargetKind.Start, eleven, TestCalendars.WithLunch()).DueAt);
    }
}
