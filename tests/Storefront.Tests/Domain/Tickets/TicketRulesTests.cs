using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Tickets;

public class TicketRulesTests
{
    private static readonly Instant Now = InSantiago(2026, 11, 16, 10);
    private static readonly LocalDate Today = new(2026, 11, 16);

    [Fact]
    public void A_ticket_is_opened_proposed_and_runs()
    {
        var change = TicketRules.Open(TicketId.New(Now), Desk.Flunt, "support", Urgency.High, Impact.High, Now).Value;
        Assert.Equal<TicketEvent>([new TicketOpened(Now, "Q1", TicketStatus.Open)], change.Events);
        Assert.Equal<ClockSegment>([new ClockSegment(Now, null, null)], change.Ticket.Segments);
    }

    [Fact]
    public void FLU_17_A_scheduled_ticket_joins_the_queue_when_the_next_period_starts_and_once()
    {
        var joins = InSantiago(2026, 12, 1);
        var scheduled = Schedule(joins);
        Assert.Equal((TicketStatus.Scheduled, joins, false), (scheduled.Status, scheduled.DueAt, scheduled.IsQueued));
        Assert.Empty(TicketRules.Settle(scheduled, joins - Duration.Epsilon).Events);

        var late = TicketRules.Settle(scheduled, joins + Duration.FromDays(9));
        Assert.Equal<TicketEvent>([new TicketStatusChanged(joins, TicketStatus.Scheduled, TicketStatus.Open, TicketActor.Clock)], late.Events);
        Assert.Equal((joins, true), (late.Ticket.JoinsAt, late.Ticket.IsQueued));
        Assert.Empty(TicketRules.Settle(late.Ticket, joins + Duration.FromDays(9)).Events);
    }

    [Fact]
    public void FLU_17_A_scheduled_ticket_can_be_brought_forward_or_withdrawn_by_the_customer()
    {
        var scheduled = Schedule(InSantiago(2026, 12, 1));
        var open = scheduled.Move(TicketStatus.Open, Now, TicketActor.Customer);
        Assert.Equal((Now, (Instant?)null), (open.JoinsAt, open.DueAt));
        Assert.Equal(TicketStatus.Closed, scheduled.Move(TicketStatus.Closed, Now, TicketActor.Customer).Status);
    }

    [Fact]
    public void FLU_17_Without_a_next_period_or_where_the_house_does_not_schedule_it_is_refused()
    {
        var id = TicketId.New(Now);
        Assert.IsType<NoPeriodToScheduleFor>(
            TicketRules.Schedule(id, Desk.Flunt, "support", Urgency.Low, Impact.Low, Now, nextPeriodStart: null).Refusal);
        Assert.IsType<NoPeriodToScheduleFor>(TicketRules.Schedule(
            id, Desk.Flunt with { Scheduling = false }, "support", Urgency.Low, Impact.Low, Now, InSantiago(2026, 12, 1)).Refusal);
    }

    [Theory]
    [InlineData(TicketStatus.Planned)]
    [InlineData(TicketStatus.InProgress)]
    [InlineData(TicketStatus.AwaitingApproval)]
    public void FLU_27_Development_is_assessed_before_it_is_planned_started_or_quoted(TicketStatus to)
    {
        var ticket = Desk.Open(Now, kind: "development");
        Assert.Equal(new AssessmentFirst("development"), TicketRules.Move(ticket, Desk.Flunt, to, TicketActor.Staff, Now).Refusal);
        Assert.DoesNotContain(to, TicketSteps.From(ticket, Desk.Flunt.FindKind("development")!, TicketActor.Staff));

        var assessed = ticket.Move(TicketStatus.Assessing, Now).Move(to, Now);
        Assert.True(assessed.Assessed);
        Assert.Equal(TicketStatus.InProgress, assessed.Move(TicketStatus.Open, Now).Move(TicketStatus.InProgress, Now).Status);
    }

    [Fact]
    public void FLU_27_A_question_during_the_assessment_does_not_end_it()
    {
        var asked = Desk.Open(Now, kind: "development").Move(TicketStatus.Assessing, Now).Move(TicketStatus.WaitingForCustomer, Now);
        Assert.False(asked.Assessed);
        Assert.Equal(TicketStatus.Assessing, asked.Reply(TicketActor.Customer, Now).Status);
    }

    [Fact]
    public void Support_needs_no_assessment() =>
        Assert.Equal(TicketStatus.InProgress, Desk.Open(Now).Move(TicketStatus.InProgress, Now).Status);

    [Theory]
    [InlineData(TicketStatus.InProgress)]
    [InlineData(TicketStatus.Planned)]
    [InlineData(TicketStatus.Resolved)]
    public void A_customer_does_not_do_the_houses_steps(TicketStatus to)
    {
        var refusal = Assert.IsType<TicketStepNotAllowed>(
            TicketRules.Move(Desk.Open(Now), Desk.Flunt, to, TicketActor.Customer, Now).Refusal);
        Assert.Equal<TicketStatus>([TicketStatus.Closed], refusal.Allowed);
    }

    [Fact]
    public void Nobody_sends_a_ticket_back_to_the_schedule_or_the_clock_anything_but_a_scheduled_one()
    {
        var ticket = Desk.Open(Now);
        foreach (var actor in Enum.GetValues<TicketActor>())
        {
            Assert.True(TicketRules.Move(ticket, Desk.Flunt, TicketStatus.Scheduled, actor, Now).IsRefused);
        }

        Assert.True(TicketRules.Move(ticket, Desk.Flunt, TicketStatus.Closed, TicketActor.Clock, Now).IsRefused);
    }

    [Fact]
    public void Closed_tickets_are_only_reopened()
    {
        var closed = Desk.Open(Now).Move(TicketStatus.Closed, Now);
        Assert.Equal((Now, Now), (closed.ResolvedAt, closed.ClosedAt));
        Assert.True(TicketRules.Move(closed, Desk.Flunt, TicketStatus.InProgress, TicketActor.Staff, Now).IsRefused);
        Assert.IsType<TicketNotOpen>(TicketRules.Reply(closed, TicketActor.Customer, Now).Refusal);

        var reopened = closed.Move(TicketStatus.Open, Now, TicketActor.Customer);
        Assert.Equal((null, null, true), (reopened.ResolvedAt, reopened.ClosedAt, reopened.IsQueued));
    }

    [Fact]
    public void Closing_what_was_resolved_keeps_when_it_was_resolved()
    {
        var later = Now + Duration.FromHours(2);
        var closed = Desk.Open(Now).Move(TicketStatus.Resolved, Now).Move(TicketStatus.Closed, later, TicketActor.Customer);
        Assert.Equal((Now, later), (closed.ResolvedAt, closed.ClosedAt));
    }

    [Fact]
    public void Where_a_ticket_already_is_nothing_happens()
    {
        var change = TicketRules.Move(Desk.Open(Now), Desk.Flunt, TicketStatus.Open, TicketActor.Customer, Now).Value;
        Assert.Empty(change.Events);
    }

    [Fact]
    public void A_reply_takes_the_ticket_back_to_what_was_being_done()
    {
        var ticket = Desk.Open(Now).Move(TicketStatus.InProgress, Now).Move(TicketStatus.AwaitingApproval, Now)
            .Move(TicketStatus.WaitingForCustomer, Now);
        Assert.Equal(TicketStatus.InProgress, ticket.Reply(TicketActor.Customer, Now).Status);
    }

    [Fact]
    public void The_first_reply_of_staff_answers_and_the_second_does_not()
    {
        var first = TicketRules.Reply(Desk.Open(Now), TicketActor.Staff, Now).Value;
        Assert.Equal<TicketEvent>([new TicketFirstAnswered(Now)], first.Events);
        Assert.Empty(TicketRules.Reply(first.Ticket, TicketActor.Staff, Now).Value.Events);
        Assert.Empty(TicketRules.Reply(Desk.Open(Now), TicketActor.Customer, Now).Value.Events);
    }

    [Fact]
    public void Work_that_began_keeps_when_it_first_began()
    {
        var later = Now + Duration.FromDays(1);
        var ticket = Desk.Open(Now).Move(TicketStatus.InProgress, Now).Move(TicketStatus.Planned, later).Move(TicketStatus.InProgress, later);
        Assert.Equal((Now, later), (ticket.StartedAt, ticket.PlannedAt));
    }

    [Fact]
    public void Planning_gives_a_day_from_today_on_and_moving_it_says_so()
    {
        var planned = TicketRules.Plan(Desk.Open(Now), Desk.Flunt, Today, Today, Now).Value;
        Assert.Equal<TicketEvent>(
            [new TicketStatusChanged(Now, TicketStatus.Open, TicketStatus.Planned, TicketActor.Staff), new TicketPlanned(Now, Today)],
            planned.Events);
        Assert.Equal<TicketEvent>(
            [new TicketPlanned(Now, Today.PlusDays(1))],
            TicketRules.Plan(planned.Ticket, Desk.Flunt, Today.PlusDays(1), Today, Now).Value.Events);
        Assert.Empty(TicketRules.Plan(planned.Ticket, Desk.Flunt, Today, Today, Now).Value.Events);
        Assert.Equal(
            new PlannedInThePast(Today), TicketRules.Plan(Desk.Open(Now), Desk.Flunt, Today.PlusDays(-1), Today, Now).Refusal);
        Assert.IsType<AssessmentFirst>(TicketRules.Plan(Desk.Open(Now, kind: "development"), Desk.Flunt, Today, Today, Now).Refusal);
    }

    [Fact]
    public void A_workaround_for_what_is_over_or_has_not_begun_is_refused()
    {
        Assert.IsType<TicketNotOpen>(TicketRules.RecordWorkaround(Desk.Open(Now).Move(TicketStatus.Resolved, Now), Now).Refusal);
        Assert.IsType<TicketNotOpen>(TicketRules.RecordWorkaround(Schedule(InSantiago(2026, 12, 1)), Now).Refusal);
    }

    [Fact]
    public void Stretches_of_no_length_leave_no_trace_on_the_clock()
    {
        var ticket = Desk.Open(Now).Move(TicketStatus.WaitingForCustomer, Now + Duration.FromHours(1))
            .Reply(TicketActor.Customer, Now + Duration.FromHours(1));
        Assert.Equal<ClockSegment>([new ClockSegment(Now, null, null)], ticket.Segments);
        Assert.Equal<ClockSegment>(
            [new ClockSegment(Now, null, PauseReason.WaitingForCustomer)],
            Desk.Open(Now).Move(TicketStatus.WaitingForCustomer, Now).Segments);
    }

    private static TicketState Schedule(Instant joins) =>
        TicketRules.Schedule(TicketId.New(Now), Desk.Flunt, "support", Urgency.High, Impact.High, Now, joins).Value.Ticket;
}
