using Storefront.Domain.Tickets;
using Storefront.Store.EventLog;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Tickets.TicketCustomer;

namespace Storefront.Tests.Features.Tickets;

public class TicketClockTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task COM_03_The_clock_stands_still_while_the_customer_has_to_answer_and_its_reply_sets_it_going(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var ticket = await customer.OpenAsync();
        customer.MoveTo(11, 2, 10);
        await customer.MoveAsync(ticket.Id, TicketStatus.WaitingForCustomer);
        var waiting = await customer.ShowAsync(ticket);
        customer.MoveTo(11, 3, 10);
        Assert.Null((await customer.ReplyAsync(ticket.Id, "Here it is.")).Refusal);

        var going = await customer.ShowAsync(ticket);

        Assert.Equal((TargetState.Paused, null, PauseReason.WaitingForCustomer), (waiting.Targets[0].State, waiting.Targets[0].DueAt, waiting.Targets[0].WaitsFor));
        Assert.Equal((TicketStatus.Open, customer.At(11, 3, 13)), (going.Ticket.Status, going.Targets[0].DueAt));
        Assert.Equal([null, PauseReason.WaitingForCustomer, null], going.State.Segments.Select(segment => segment.Pause));
        Assert.Equal(
            ["ticket.opened", "ticket.status-changed", "ticket.replied", "ticket.status-changed"],
            (await customer.EventsAsync()).Select(happened => happened.Type));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_07_A_missed_promise_is_told_once_and_at_its_own_time_however_late_the_server_wakes(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var ticket = await customer.OpenAsync();

        customer.MoveTo(11, 9);
        await customer.SettleAsync();
        await customer.SettleAsync();

        var start = customer.At(11, 2, 13);
        var workaround = customer.At(11, 3, 9);
        var told = await customer.EventsAsync();
        Assert.Equal(["ticket.opened", "ticket.target-missed", "ticket.target-missed"], told.Select(happened => happened.Type));
        Assert.Equal([start, workaround], told.Skip(1).Select(happened => happened.At.Minus(NodaTime.Duration.FromTicks(10))));
        Assert.All((await customer.ShowAsync(ticket)).Targets, target => Assert.Equal(TargetState.Missed, target.State));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_03_Only_staff_are_warned_when_a_quarter_of_the_time_is_left(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var ticket = await customer.OpenAsync();
        var before = (await customer.ShowAsync(ticket)).Ticket;

        customer.MoveTo(11, 2, 12, 30);
        await customer.SettleAsync();

        Assert.Equal([("ticket.target-warned", customer.At(11, 2, 12))], await customer.EventsAsync(EventStream.Staff));
        Assert.Single(await customer.EventsAsync());
        var after = (await customer.ShowAsync(ticket)).Ticket;
        Assert.Equal((before.UpdatedAt, before.LastSequence), (after.UpdatedAt, after.LastSequence));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_14_Work_begun_in_time_keeps_the_promise_and_nothing_is_told_later(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var ticket = await customer.OpenAsync(Input(Urgency.High, Impact.Low));
        customer.MoveTo(11, 2, 11);
        await customer.MoveAsync(ticket.Id, TicketStatus.InProgress);
        await customer.MoveAsync(ticket.Id, TicketStatus.Resolved);
        customer.MoveTo(11, 20);
        await customer.SettleAsync();

        Assert.All((await customer.ShowAsync(ticket)).Targets, target => Assert.Equal(TargetState.Met, target.State));
        Assert.DoesNotContain(await customer.EventsAsync(), happened => happened.Type == "ticket.target-missed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_16_A_workaround_meets_its_target_and_the_ticket_stays_open(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var ticket = await customer.OpenAsync();
        customer.MoveTo(11, 2, 11);
        await customer.StaffAsync(ticket.Id, (found, now) => TicketRules.RecordWorkaround(found.State, now));

        var shown = await customer.ShowAsync(ticket);

        Assert.Equal((TicketStatus.Open, TargetState.Met), (shown.Ticket.Status, shown.Targets[1].State));
        Assert.Equal(TargetState.Running, shown.Targets[0].State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_13_A_changed_class_comes_with_its_reason_its_promises_and_another_place(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var first = await customer.OpenAsync(Input(Urgency.High, Impact.Low));
        var second = await customer.OpenAsync();
        Assert.Equal(new QueuePlace(2, 1, 0, 0), (await customer.ShowAsync(first)).Place);

        await customer.StaffAsync(second.Id, (found, now) => TicketRules.Classify(found.State, customer.Handbook.Tickets, "Q4", "A detail.", now));

        var shown = await customer.ShowAsync(second);
        Assert.Equal(("Q1", "Q4", true, "A detail."), (shown.Ticket.ProposedClassKey, shown.Ticket.ClassKey, shown.Ticket.ClassConfirmed, shown.Ticket.ClassReason));
        Assert.Empty(shown.Targets);
        Assert.Equal(new QueuePlace(2, 1, 0, 0), shown.Place);
        Assert.Equal(1, (await customer.ShowAsync(first)).Place!.Position);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_15_The_queue_is_the_whole_house_s_by_class_and_then_by_arrival(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var other = await customer.AnotherAsync();
        var minor = await customer.OpenAsync(Input(Urgency.Low, Impact.Low));
        var theirs = await other.OpenAsync();
        customer.MoveTo(11, 2, 10);
        var critical = await customer.OpenAsync();

        Assert.Equal(new QueuePlace(3, 2, 0, 0), (await customer.ShowAsync(minor)).Place);
        Assert.Equal(new QueuePlace(1, 0, 0, 0), (await other.ShowAsync(theirs)).Place);
        Assert.Equal(new QueuePlace(2, 0, 0, 1), (await customer.ShowAsync(critical)).Place);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_14_An_important_ticket_is_to_be_planned_by_the_end_of_the_week_it_was_opened_in(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var planned = await customer.OpenAsync(Input(Urgency.Low, Impact.High));
        var forgotten = await customer.OpenAsync(Input(Urgency.Low, Impact.High));
        customer.MoveTo(11, 5);
        await customer.StaffAsync(planned.Id, (found, now) => TicketRules.Plan(found.State, customer.Handbook.Tickets, new(2026, 11, 10), new(2026, 11, 5), now));
        customer.MoveTo(11, 6, 19);
        await customer.SettleAsync();

        var kept = Assert.Single((await customer.ShowAsync(planned)).Targets);
        var missed = Assert.Single((await customer.ShowAsync(forgotten)).Targets);
        Assert.Equal((TargetKind.PlannedBy, TargetState.Met, customer.At(11, 6, 18)), (kept.Kind, kept.State, kept.DueAt));
        Assert.Equal((TargetState.Missed, customer.At(11, 6, 18)), (missed.State, missed.DueAt));
        Assert.Equal(customer.At(11, 10, 9), (await customer.ShowAsync(planned)).ExpectedStart);
        Assert.Single(await customer.EventsAsync(), happened => happened.Type == "ticket.target-missed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_27_Development_is_assessed_before_it_is_planned(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var ticket = await customer.OpenAsync(Input(Urgency.Low, Impact.High) with { Kind = "development" });
        var found = (await customer.ShowAsync(ticket)).State;

        Assert.IsType<AssessmentFirst>(
            TicketRules.Plan(found, customer.Handbook.Tickets, new(2026, 11, 10), new(2026, 11, 2), customer.Store.Time.Now).Refusal);
        await customer.MoveAsync(ticket.Id, TicketStatus.Assessing);
        Assert.Equal(1, (await customer.ShowAsync(ticket)).Place!.Position);
        await customer.MoveAsync(ticket.Id, TicketStatus.Planned);

        Assert.Equal((TicketStatus.Planned, true), ((await customer.ShowAsync(ticket)).Ticket.Status, (await customer.ShowAsync(ticket)).Ticket.Assessed));
    }
}
