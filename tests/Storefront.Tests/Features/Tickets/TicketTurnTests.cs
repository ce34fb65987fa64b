using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;
using Storefront.Tests.Features.Hours;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Tickets;

/// <summary>FEN-16 as customers and staff of Fenicio live it, on both databases. A Monday at nine in Montevideo.</summary>
public sealed class TicketTurnTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_16_A_gold_customer_s_second_ticket_runs_when_the_first_is_answered(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await shop.BuyAsync("gold");
        MoveTo(shop, 10);
        var (first, second) = (await shop.OpenTicketAsync("one-payment"), await shop.OpenTicketAsync("broken-design"));

        var (running, waiting) = (await AnswerAsync(shop, first), await AnswerAsync(shop, second));
        Assert.Equal((TargetState.Running, At(14)), (running.State, running.DueAt!.Value));
        Assert.Equal(
            (TargetState.NotStarted, PauseReason.EarlierTicket, At(14)), (waiting.State, waiting.WaitsFor!.Value, waiting.ExpectedFrom!.Value));

        MoveTo(shop, 11);
        await ReplyAsync(shop, first);

        Assert.Equal(TargetState.Met, (await AnswerAsync(shop, first)).State);
        var begun = await AnswerAsync(shop, second);
        Assert.Equal((TargetState.Running, At(15), null), (begun.State, begun.DueAt!.Value, begun.ExpectedFrom));
        Assert.Equal([PauseReason.EarlierTicket, null], begun.Segments.Select(segment => segment.Pause));
        Assert.Equal(["ticket.opened", "ticket.target-started"], await EventsAsync(shop, second));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_16_Waiting_for_the_customer_closing_and_a_level_1_give_the_turn_on(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await shop.BuyAsync("gold");
        MoveTo(shop, 10);
        var (first, second, third) = (await shop.OpenTicketAsync("one-payment"), await shop.OpenTicketAsync("broken-design"), await shop.OpenTicketAsync("question"));
        var grave = await shop.OpenTicketAsync("no-access");
        Assert.Equal((TargetState.Running, At(11)), ((await AnswerAsync(shop, grave)).State, (await AnswerAsync(shop, grave)).DueAt!.Value));

        // The level 1 is answered; the first still has the turn until it waits for the customer.
        await ReplyAsync(shop, grave);
        Assert.Equal(TargetState.NotStarted, (await AnswerAsync(shop, second)).State);
        await MoveAsync(shop, first, TicketStatus.WaitingForCustomer);
        Assert.Equal((TargetState.Running, TargetState.NotStarted), ((await AnswerAsync(shop, second)).State, (await AnswerAsync(shop, third)).State));
        Assert.Null((await shop.Get<CloseTicket>().HandleAsync(second.Id, shop.Owner, CancellationToken.None)).Refusal);
        Assert.Equal(TargetState.Running, (await AnswerAsync(shop, third)).State);
    }

    [Fact]
    public async Task FEN_16_A_promise_that_waits_for_its_turn_is_neither_warned_of_nor_missed()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.BuyAsync("gold");
        MoveTo(shop, 10);
        var (first, second) = (await shop.OpenTicketAsync("one-payment"), await shop.OpenTicketAsync("broken-design"));

        MoveTo(shop, 17);
        await shop.Store.Transactions.RunAsync<Done>(shop.Account, (_, _) => Task.FromResult<Result<Done>>(Done.Value), CancellationToken.None);

        Assert.Contains("ticket.target-missed", await EventsAsync(shop, first));
        Assert.DoesNotContain("ticket.target-missed", await EventsAsync(shop, second));
        Assert.Equal((TargetState.NotStarted, At(17)), ((await AnswerAsync(shop, second)).State, (await AnswerAsync(shop, second)).ExpectedFrom!.Value));
    }

    [Fact]
    public async Task FEN_16_The_form_says_from_when_the_answer_would_be_owed()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.BuyAsync("gold");
        MoveTo(shop, 10);
        var alone = await OutlookAsync(shop, "broken-design");
        await shop.OpenTicketAsync("one-payment");

        var behind = Assert.Single((await OutlookAsync(shop, "broken-design")).Targets);
        var grave = Assert.Single((await OutlookAsync(shop, "no-access")).Targets);

        Assert.Equal(At(14), Assert.Single(alone.Targets).DueAt);
        Assert.Equal((TargetState.NotStarted, At(14)), (behind.State, behind.ExpectedFrom!.Value));
        Assert.Equal((TargetState.Running, At(11)), (grave.State, grave.DueAt!.Value));
    }

    private static Instant At(int hour) => new LocalDateTime(2026, 11, 2, hour, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["America/Montevideo"]).ToInstant();

    private static void MoveTo(FenicioShop shop, int hour) => shop.Store.Time.Advance(At(hour) - shop.Store.Time.Now);

    private static Task<TicketOutlook> OutlookAsync(FenicioShop shop, string kind) =>
        shop.Get<TicketOutlooks>().ReadAsync(shop.Account, new TicketQuestion(kind, null, null, Schedule: false, AddOn: null), CancellationToken.None);

    private static async Task ReplyAsync(FenicioShop shop, TicketKey ticket) => Assert.Null(
        (await shop.Get<ReplyAsStaff>().HandleAsync(ticket, new StaffReplyInput("We look into it.", []), shop.Staff, CancellationToken.None)).Refusal);

    private static async Task MoveAsync(FenicioShop shop, TicketKey ticket, TicketStatus to) =>
        Assert.Null((await shop.Get<ChangeTicketStatus>().HandleAsync(ticket, to, shop.Staff, CancellationToken.None)).Refusal);

    private static async Task<TargetProgress> AnswerAsync(FenicioShop shop, TicketKey ticket)
    {
        await using var db = shop.Store.Db();
        var number = await db.Set<Ticket>().Where(row => row.Id == ticket.Id).Select(row => row.Number).SingleAsync();
        return Assert.Single((await shop.Get<TicketReader>().FindAsync(shop.Account, number, CancellationToken.None))!.Targets);
    }

    private static async Task<List<string>> EventsAsync(FenicioShop shop, TicketKey ticket)
    {
        await using var db = shop.Store.Db();
        return await db.Set<EventRow>().Where(row => row.AccountId == shop.Account && row.TicketId == ticket.Id && row.Stream == EventStream.Customer)
            .OrderBy(row => row.Sequence).Select(row => row.Type).ToListAsync();
    }
}
