using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

public class StaffActionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_13_The_house_confirms_or_changes_the_class_and_the_customer_sees_both(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();

        Assert.Null((await desk.ClassifyAsync(ticket, "Q1")).Refusal);
        var confirmed = (await desk.ShowAsync(ticket)).Ticket;
        Assert.IsType<ClassReasonMissing>((await desk.ClassifyAsync(ticket, "Q3", "  ")).Refusal);
        Assert.Null((await desk.ClassifyAsync(ticket, "Q3", "There is another way to pay")).Refusal);
        var changed = (await desk.ShowAsync(ticket)).Ticket;

        Assert.Equal(("Q1", "Q1", true, null), (confirmed.ProposedClassKey, confirmed.ClassKey, confirmed.ClassConfirmed, confirmed.ClassReason));
        Assert.Equal(("Q1", "Q3", 3, "There is another way to pay"), (changed.ProposedClassKey, changed.ClassKey, changed.ClassRank, changed.ClassReason));
        Assert.Equal(["ticket.opened", "ticket.classified", "ticket.classified"], (await desk.Customer.EventsAsync()).Select(happened => happened.Type));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_13_COM_03_Every_change_of_the_class_keeps_its_own_reason(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();
        await desk.ClassifyAsync(ticket, "Q3", "There is another way to pay");
        desk.Store.Time.Advance(Duration.FromHours(1));
        await desk.ClassifyAsync(ticket, "Q2", "It broke again");
        await desk.ClassifyAsync(ticket, "Q2");

        var number = (await desk.ShowAsync(ticket)).Ticket.Number;
        var shown = (await desk.Get<DeskTicketReader>().FindAsync(number, CancellationToken.None))!;
        Assert.Equal(
            [("Q3", "There is another way to pay"), ("Q2", "It broke again")],
            shown.Conversation.Where(item => item.Reason is not null).Select(item => (((Storefront.Features.Tickets.TicketClassified)item.Happened!).ToClassKey, item.Reason!)));

        // Of a ticket from before each reason was kept there is the last.
        await using var db = desk.Store.Db();
        await db.Set<TicketClassReason>().ExecuteDeleteAsync();
        shown = (await desk.Get<DeskTicketReader>().FindAsync(number, CancellationToken.None))!;
        Assert.Equal(["It broke again"], shown.Conversation.Select(item => item.Reason).OfType<string>());
    }

    [Fact]
    public async Task COM_03_What_was_reopened_does_not_say_that_work_starts_by_a_past_day()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();
        Assert.NotNull((await desk.ShowAsync(ticket)).ExpectedStart);
        await desk.MoveAsync(ticket, TicketStatus.Resolved);
        desk.Store.Time.Advance(Duration.FromDays(3));

        await desk.Get<ReopenTicket>().HandleAsync(new ReopenTicketInput(ticket.Id, "It fails again"), desk.Customer.Viewer, CancellationToken.None);

        var shown = await desk.ShowAsync(ticket);
        Assert.Equal(TicketStatus.Open, shown.Ticket.Status);
        Assert.True(shown.ExpectedStart is null || shown.ExpectedStart > TestStore.Start + Duration.FromDays(3));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_13_A_changed_class_keeps_what_its_clock_has_run(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();
        desk.Store.Time.Advance(Duration.FromHours(2));

        await desk.ClassifyAsync(ticket, "Q2", "A temporary solution is at hand");

        var start = (await desk.ShowAsync(ticket)).Targets.Single(target => target.Kind == TargetKind.Start);
        Assert.Equal(TestStore.Start + Duration.FromHours(24), start.DueAt);
        Assert.Equal(TestStore.Start, start.Segments[0].From);
    }

    [Fact]
    public async Task Confirming_a_class_twice_is_told_once_and_an_unknown_one_is_refused()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();

        await desk.ClassifyAsync(ticket, "Q1");
        await desk.ClassifyAsync(ticket, "Q1");

        Assert.Single(await desk.Customer.EventsAsync(), happened => happened.Type == "ticket.classified");
        Assert.IsType<UnknownTicketClass>((await desk.ClassifyAsync(ticket, "Q9", "no")).Refusal);
        Assert.IsType<TextNotValid>((await desk.ClassifyAsync(ticket, "Q2", new string('x', ClassifyTicket.ReasonLength + 1))).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_starts_a_ticket_takes_it_and_illegal_steps_are_refused_with_the_legal_ones(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();

        Assert.Equal(desk.Staff.UserId, (await desk.MoveAsync(ticket, TicketStatus.InProgress)).Value.AssigneeId);
        await desk.MoveAsync(ticket, TicketStatus.Open, desk.Colleague);
        Assert.Equal(desk.Staff.UserId, (await desk.MoveAsync(ticket, TicketStatus.InProgress, desk.Colleague)).Value.AssigneeId);
        await desk.MoveAsync(ticket, TicketStatus.Closed);

        var refused = Assert.IsType<TicketStepNotAllowed>((await desk.MoveAsync(ticket, TicketStatus.InProgress)).Refusal);
        Assert.Equal([TicketStatus.Open], refused.Allowed.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_27_Development_is_assessed_before_it_is_planned(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync(TicketCustomer.Input() with { Kind = "development" });

        Assert.IsType<AssessmentFirst>((await PlanAsync(desk, ticket, new LocalDate(2026, 11, 5))).Refusal);
        await desk.MoveAsync(ticket, TicketStatus.Assessing);
        Assert.IsType<PlannedInThePast>((await PlanAsync(desk, ticket, new LocalDate(2026, 11, 1))).Refusal);
        Assert.Null((await PlanAsync(desk, ticket, new LocalDate(2026, 11, 5))).Refusal);

        var shown = (await desk.ShowAsync(ticket)).Ticket;
        Assert.Equal((TicketStatus.Planned, new LocalDate(2026, 11, 5)), (shown.Status, shown.PlannedFor));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_16_A_workaround_meets_its_target_and_leaves_the_ticket_open(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();
        desk.Store.Time.Advance(Duration.FromHours(1));

        await RecordAsync(desk, ticket, "Use the **other** payment method.");
        await RecordAsync(desk, ticket, "Use the **other** payment method.");

        var shown = await desk.ShowAsync(ticket);
        Assert.Equal(TicketStatus.Open, shown.Ticket.Status);
        Assert.Equal(TargetState.Met, shown.Targets.Single(target => target.Kind == TargetKind.Workaround).State);
        Assert.Equal(["Nobody can pay.", "Use the **other** payment method."], shown.Messages.Select(message => message.Message.Body));
        Assert.Equal(
            ["ticket.opened", "ticket.replied", "ticket.workaround-recorded"], (await desk.Customer.EventsAsync()).Select(happened => happened.Type));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_03_A_reply_that_asks_stops_the_clocks_until_the_customer_answers(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();

        await desk.ReplyAsync(ticket, "Which browser?", waits: true);
        var waiting = await desk.ShowAsync(ticket);
        desk.Store.Time.Advance(Duration.FromHours(3));
        await desk.Customer.ReplyAsync(ticket.Id, "All of them");
        var answered = await desk.ShowAsync(ticket);

        Assert.Equal((TicketStatus.WaitingForCustomer, TestStore.Start), (waiting.Ticket.Status, waiting.Ticket.FirstAnsweredAt));
        Assert.All(waiting.Targets, target => Assert.Equal((TargetState.Paused, PauseReason.WaitingForCustomer), (target.State, target.WaitsFor)));
        Assert.Equal(TicketStatus.Open, answered.Ticket.Status);
        Assert.Equal(TestStore.Start + Duration.FromHours(24 + 3), answered.Targets.Single(target => target.Kind == TargetKind.Workaround).DueAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_confirmed_member_is_told_of_a_reply_in_its_language_with_a_link(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        await desk.AddMemberAsync("ana@tienda.example", "es");
        await desk.AddMemberAsync("bruno@tienda.example", "pt");
        await desk.AddMemberAsync("never@tienda.example", "en", confirmed: false);
        var ticket = await desk.OpenAsync();

        await desk.ReplyAsync(ticket, "Ya lo vemos", key: "once");
        await desk.ReplyAsync(ticket, "Ya lo vemos", key: "once");

        var mails = await desk.MailsAsync();
        Assert.Equal([("ana@tienda.example", "es"), ("bruno@tienda.example", "pt")], mails.Select(mail => (mail.To, mail.Language)));
        Assert.All(mails, mail => Assert.Contains("https://agencia.example/tickets/1\n", mail.Body, StringComparison.Ordinal));
        Assert.Contains("Valentina respondió", mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("Valentina respondeu", mails[1].Body, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.ShowAsync(ticket)).Messages.Count);
    }

    [Fact]
    public async Task An_empty_or_endless_reply_and_one_to_a_closed_ticket_are_refused()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();

        Assert.IsType<TextNotValid>((await desk.ReplyAsync(ticket, " \u200B ")).Refusal);
        Assert.IsType<TextNotValid>((await desk.ReplyAsync(ticket, new string('x', desk.Customer.Handbook.Tickets.Limits.BodyLength + 1))).Refusal);
        await desk.MoveAsync(ticket, TicketStatus.Closed);
        Assert.IsType<TicketNotOpen>((await desk.ReplyAsync(ticket, "too late")).Refusal);
        Assert.Single((await desk.ShowAsync(ticket)).Messages);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_06_A_staff_note_leaves_no_trace_for_the_customer(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();
        await desk.AddMemberAsync("ana@tienda.example", "es");
        var (account, shown, events) = (await desk.AccountAsync(), await desk.ShowAsync(ticket), await desk.Customer.EventsAsync());
        desk.Store.Time.Advance(Duration.FromMinutes(5));

        var noted = await desk.Get<AddStaffNote>().HandleAsync(ticket, "They changed the template themselves", desk.Staff, CancellationToken.None);
        await desk.Get<AssignTicket>().HandleAsync(ticket, takes: true, desk.Staff, CancellationToken.None);

        Assert.Null(noted.Refusal);
        var after = await desk.ShowAsync(ticket);
        Assert.Equal(events, await desk.Customer.EventsAsync());
        Assert.Equal(account.NextSequence, (await desk.AccountAsync()).NextSequence);
        Assert.Equal((shown.Ticket.UpdatedAt, shown.Ticket.LastSequence, shown.LastSequence), (after.Ticket.UpdatedAt, after.Ticket.LastSequence, after.LastSequence));
        Assert.Equal(shown.Messages.Select(message => message.Message.Id), after.Messages.Select(message => message.Message.Id));
        Assert.Empty(await desk.MailsAsync());
        Assert.Equal(["ticket.note-added", "ticket.assigned"], (await desk.Customer.EventsAsync(EventStream.Staff)).Select(happened => happened.Type));
    }

    [Fact]
    public async Task COM_06_For_a_customer_there_is_no_ticket_that_staff_could_work_on()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();
        var customer = desk.Customer.Viewer;

        Assert.IsType<NotFound>((await desk.Get<AddStaffNote>().HandleAsync(ticket, "mine", customer, CancellationToken.None)).Refusal);
        Assert.IsType<NotFound>((await desk.MoveAsync(ticket, TicketStatus.Resolved, customer)).Refusal);
        Assert.IsType<NotFound>((await desk.Get<CorrectHours>().HandleAsync(ticket.AccountId, 60, "mine", "key", customer, CancellationToken.None)).Refusal);
        Assert.IsType<NotFound>((await desk.MoveAsync(ticket with { AccountId = AccountId.New(TestStore.Start) }, TicketStatus.Resolved)).Refusal);
    }

    private static Task<Result<Ticket>> PlanAsync(DeskStore desk, TicketKey ticket, LocalDate day) =>
        desk.Get<PlanTicket>().HandleAsync(ticket, day, desk.Staff, CancellationToken.None);

    private static Task<Result<Ticket>> RecordAsync(DeskStore desk, TicketKey ticket, string? text) =>
        desk.Get<RecordWorkaround>().HandleAsync(ticket, text, desk.Staff, CancellationToken.None);
}
