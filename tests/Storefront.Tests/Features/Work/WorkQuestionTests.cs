using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Features.Work;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Quotes;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Work;

public class WorkQuestionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_is_answered_and_settled_by_a_reversal(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        var log = (await desk.LogAsync(ticket, 90)).Value;

        var question = (await AskAsync(desk, log, ana, "This was another shop's.")).Value;
        var answered = await AnswerAsync(desk, ticket, question, "You are right.", reverse: true);
        var again = await AnswerAsync(desk, ticket, question, "You are right.", reverse: true);

        Assert.Equal((WorkQuestionOutcome.Reversed, "You are right."), (answered.Value.Outcome, answered.Value.Answer));
        Assert.Null(again.Refusal);
        Assert.Equal(["Grant 600", "Use -90", "Reversal 90"], await desk.LedgerAsync());
        Assert.NotNull((await desk.ShowAsync(ticket)).WorkLogs.Single().Log.ReversedAt);
        Assert.Equal(
            ["ticket.work-logged", "ticket.work-questioned", "ticket.work-reversed", "ticket.work-question-answered"],
            await desk.Store.EventsAsync(desk.Customer.Account, "ticket.work"));
        var mail = Assert.Single(await desk.MailsAsync(), mail => mail.Body.Contains("You are right.", StringComparison.Ordinal));
        Assert.Equal("ana@example.com", mail.To);
    }

    [Fact]
    public async Task Or_the_work_is_kept_with_the_answer_and_may_be_questioned_again()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        var log = (await desk.LogAsync(ticket, 90)).Value;
        var question = (await AskAsync(desk, log, ana, "So long?")).Value;
        Assert.IsType<WorkAlreadyQuestioned>((await AskAsync(desk, log, ana, "Well?")).Refusal);

        Assert.IsType<TextNotValid>((await AnswerAsync(desk, ticket, question, " ", reverse: false)).Refusal);
        Assert.Equal(WorkQuestionOutcome.Kept, (await AnswerAsync(desk, ticket, question, "Two gateways.", reverse: false)).Value.Outcome);

        Assert.IsType<QuestionAnswered>((await AnswerAsync(desk, ticket, question, "Changed my mind.", reverse: true)).Refusal);
        Assert.Equal(["Grant 600", "Use -90"], await desk.LedgerAsync());
        Assert.Null((await AskAsync(desk, log, ana, "Which two?")).Refusal);
    }

    [Fact]
    public async Task Work_that_was_taken_back_is_not_questioned()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        var log = (await desk.LogAsync(ticket, 90)).Value;
        await desk.Get<Storefront.Features.Desk.ReverseWorkLog>().HandleAsync(ticket, log.Id, "Wrong ticket", desk.Staff, CancellationToken.None);

        Assert.IsType<WorkTakenBack>((await AskAsync(desk, log, ana, "Why?")).Refusal);
    }

    [Fact]
    public async Task COM_06_Who_only_reads_and_who_is_of_another_account_ask_nothing_and_only_staff_answer()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var reader = await desk.Store.JoinAsync(desk.Customer.Account, "Reader", role: MemberRole.Viewer);
        var stranger = await desk.Store.JoinAsync(await desk.Store.OpenAccountAsync("Otra"), "Stranger", role: MemberRole.Owner);
        var ticket = await desk.OpenAsync();
        var log = (await desk.LogAsync(ticket, 90)).Value;

        Assert.IsType<ReadOnlyMember>((await AskAsync(desk, log, reader, "Why?")).Refusal);
        Assert.IsType<NotFound>((await AskAsync(desk, log, stranger, "Why?")).Refusal);
        var question = (await AskAsync(desk, log, ana, "Why?")).Value;
        Assert.IsType<NotFound>(
            (await desk.Get<AnswerWorkQuestion>().HandleAsync(ticket, question.Id, "Because", reverse: true, ana, CancellationToken.None)).Refusal);
        await using var db = desk.Store.Db();
        Assert.Equal(WorkQuestionOutcome.Open, (await db.Set<WorkLogQuestion>().SingleAsync()).Outcome);
    }

    [Fact]
    public async Task A_form_sent_twice_asks_once()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var log = (await desk.LogAsync(await desk.OpenAsync(), 90)).Value;

        var asked = await Task.WhenAll(AskAsync(desk, log, ana, "Why?", "form"), AskAsync(desk, log, ana, "Why?", "form"));

        Assert.Single(asked.Select(question => question.Value.Id).Distinct());
    }

    private static Task<Result<WorkLogQuestion>> AskAsync(DeskStore desk, WorkLog log, Viewer by, string text, string? key = null) =>
        desk.Get<QuestionWorkLog>().HandleAsync(log.Id, text, key, by, CancellationToken.None);

    private static Task<Result<WorkLogQuestion>> AnswerAsync(DeskStore desk, TicketKey ticket, WorkLogQuestion question, string answer, bool reverse) =>
        desk.Get<AnswerWorkQuestion>().HandleAsync(ticket, question.Id, answer, reverse, desk.Staff, CancellationToken.None);
}
