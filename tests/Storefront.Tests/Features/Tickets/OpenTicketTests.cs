using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Tickets.TicketCustomer;

namespace Storefront.Tests.Features.Tickets;

public class OpenTicketTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_12_The_answers_propose_the_class_and_the_ticket_gets_the_next_number_of_the_house(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var other = await customer.AnotherAsync();

        var q1 = await customer.OpenAsync(Input(Urgency.High, Impact.High));
        var q2 = await other.OpenAsync(Input(Urgency.High, Impact.Low));
        var q3 = await customer.OpenAsync(Input(Urgency.Low, Impact.High));
        var q4 = await customer.OpenAsync(Input(Urgency.Low, Impact.Low));

        Assert.Equal([1, 2, 3, 4], new[] { q1, q2, q3, q4 }.Select(ticket => ticket.Number));
        Assert.Equal("Q1", (await customer.ShowAsync(q1)).Ticket.ProposedClassKey);
        Assert.Equal("Q2", (await other.ShowAsync(q2)).Ticket.ClassKey);
        Assert.Equal("Q3", (await customer.ShowAsync(q3)).Ticket.ClassKey);
        Assert.Equal("Q4", (await customer.ShowAsync(q4)).Ticket.ClassKey);
        Assert.False((await customer.ShowAsync(q1)).Ticket.ClassConfirmed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_14_A_critical_ticket_of_Friday_afternoon_is_to_be_started_on_Monday_and_worked_around_when_nobody_is_there(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        customer.MoveTo(11, 6, 16, 30);

        var shown = await customer.ShowAsync(await customer.OpenAsync());

        Assert.Equal(
            [(TargetKind.Start, customer.At(11, 9, 11, 30), false), (TargetKind.Workaround, customer.At(11, 7, 16, 30), true)],
            shown.Targets.Select(target => (target.Kind, target.DueAt!.Value, target.DueWhileClosed)));
        Assert.Equal(customer.At(11, 9, 11, 30), shown.ExpectedStart);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_18_The_whole_ticket_can_be_followed_with_its_files(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var file = (await customer.UploadAsync("pedidos.csv", "id;total\n1;10\n")).Value;

        var opened = await customer.OpenAsync(Input() with { Attachments = [file.Id], Subject = "  Ñandú 🦤 fails ", Body = "One\r\nTwo" });

        var shown = await customer.ShowAsync(opened);
        Assert.Equal("Ñandú 🦤 fails", shown.Ticket.Subject);
        var message = Assert.Single(shown.Messages);
        Assert.Equal("One\nTwo", message.Message.Body);
        Assert.Equal("pedidos.csv", Assert.Single(message.Attachments).FileName);
        Assert.Equal(TicketStatus.Open, shown.Ticket.Status);
        Assert.Equal(1, shown.Place!.Position);
        Assert.Equal(["ticket.opened"], (await customer.EventsAsync()).Select(happened => happened.Type));
        Assert.Equal(1, shown.LastSequence);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_twice_opens_one_ticket_also_at_once(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var input = Input(key: "form-1");

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.TryOpenAsync(input)));

        Assert.All(opened, result => Assert.Equal(1, result.Value.Number));
        Assert.IsType<IdempotencyKeyReused>((await customer.TryOpenAsync(input with { Subject = "Other" })).Refusal);
        await using var db = customer.Store.Db();
        Assert.Equal(1, await db.Set<Ticket>().CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tickets_opened_at_once_get_numbers_without_gaps(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var other = await customer.AnotherAsync();

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => (index % 2 == 0 ? customer : other).OpenAsync()));

        Assert.Equal(Enumerable.Range(1, 8), opened.Select(ticket => ticket.Number).Order());
    }

    [Theory]
    [InlineData("", "Body", "subject", TextFaultKind.Empty)]
    [InlineData(null, "Body", "subject", TextFaultKind.Empty)]
    [InlineData(" \u200B ", "Body", "subject", TextFaultKind.Empty)]
    [InlineData("Subject", "\t\n", "body", TextFaultKind.Empty)]
    [InlineData("Two\nlines", "Body", "subject", TextFaultKind.ControlCharacters)]
    [InlineData("Subject", "a\0b", "body", TextFaultKind.ControlCharacters)]
    [InlineData("Half \u00BD", "Body", "subject", TextFaultKind.ControlCharacters)]
    public async Task Text_that_cannot_be_accepted_is_refused_by_its_field(string? subject, string? body, string field, TextFaultKind fault)
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);

        // An attribute cannot hold half a character.
        var refused = await customer.TryOpenAsync(Input(subject: subject?.Replace('\u00BD', '\uD83E'), body: body));

        var found = Assert.Single(Assert.IsType<TextNotValid>(refused.Refusal).Faults);
        Assert.Equal((field, fault), (found.Field, found.Kind));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Text_that_is_too_long_is_refused_and_the_longest_is_kept_whole(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var limits = customer.Handbook.Tickets.Limits;
        var longest = string.Concat(Enumerable.Repeat("🦤", limits.SubjectLength));

        var refused = await customer.TryOpenAsync(Input(subject: longest + "!", body: new string('x', limits.BodyLength + 1)));
        var opened = await customer.OpenAsync(Input(subject: longest, body: new string('é', limits.BodyLength)));

        Assert.Equal(["subject", "body"], Assert.IsType<TextNotValid>(refused.Refusal).Faults.Select(fault => fault.Field));
        Assert.Equal(longest, (await customer.ShowAsync(opened)).Ticket.Subject);
        Assert.Equal(1, opened.Number);
    }

    [Theory]
    [InlineData("nothing", "vtex", "UNKNOWN_TICKET_KIND")]
    [InlineData("", "vtex", "UNKNOWN_TICKET_KIND")]
    [InlineData("support", "\0", "UNKNOWN_PLATFORM")]
    public async Task What_the_house_does_not_know_is_refused(string ticketKind, string platform, string code)
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);

        var refused = await customer.TryOpenAsync(Input() with { Kind = ticketKind, Platform = platform });

        Assert.Equal(code, refused.Refusal?.Code);
    }

    [Fact]
    public async Task Without_answers_no_class_is_guessed()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);

        Assert.IsType<ClassAnswersMissing>((await customer.TryOpenAsync(Input(urgency: null))).Refusal);
    }

    [Fact]
    public async Task Who_only_reads_opens_nothing_and_who_has_no_account_finds_none()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);

        Assert.IsType<ReadOnlyMember>((await customer.TryOpenAsync(Input(), customer.As(MemberRole.Viewer))).Refusal);
        Assert.IsType<NotFound>((await customer.TryOpenAsync(Input(), customer.Viewer with { AccountId = null })).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_17_A_ticket_for_next_month_joins_the_queue_when_that_period_starts(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        await customer.BuyAsync();

        var scheduled = await customer.OpenAsync(Input() with { ScheduleForNextPeriod = true });
        var waiting = await customer.ShowAsync(scheduled);
        customer.MoveTo(12, 3);
        await customer.SettleAsync();
        var joined = await customer.ShowAsync(scheduled);

        Assert.Equal((TicketStatus.Scheduled, null, customer.At(12, 2, 0)), (waiting.Ticket.Status, waiting.Place, waiting.Ticket.JoinsAt));
        Assert.All(waiting.Targets, target => Assert.Equal(TargetState.NotStarted, target.State));
        Assert.Equal((TicketStatus.Open, customer.At(12, 2, 13)), (joined.Ticket.Status, joined.Targets[0].DueAt));
        Assert.Contains(("ticket.status-changed", customer.At(12, 2, 0)), await customer.EventsAsync());
    }

    [Fact]
    public async Task FLU_17_Without_a_next_period_there_is_nothing_to_schedule_for()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);

        Assert.IsType<NoPeriodToScheduleFor>((await customer.TryOpenAsync(Input() with { ScheduleForNextPeriod = true })).Refusal);
    }
}
