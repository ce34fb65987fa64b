using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Hours;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Quotes;

public class FenicioQuoteTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_13_Up_to_an_hour_is_done_without_a_quote_and_more_needs_one(DatabaseKind kind)
    {
        await using var shop = await GoldAsync(kind);
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 15);

        Assert.Equal(new QuoteNeeded(60, 0), (await TryLogAsync(shop, ticket, 61)).Refusal);
        Assert.Null((await TryLogAsync(shop, ticket, 60)).Refusal);
        Assert.Equal(new QuoteNeeded(60, 60), (await TryLogAsync(shop, ticket, 1)).Refusal);

        await shop.QuoteAsync(ticket, 120);
        Assert.Null((await TryLogAsync(shop, ticket, 120)).Refusal);
        Assert.Equal(new QuoteCapReached(120, 0), (await TryLogAsync(shop, ticket, 1)).Refusal);
    }

    [Fact]
    public async Task FEN_13_After_reopening_more_of_a_quoted_request_needs_a_new_quote()
    {
        await using var shop = await GoldAsync(DatabaseKind.Sqlite);
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 15);
        await shop.QuoteAsync(ticket, 120);
        Assert.Null((await TryLogAsync(shop, ticket, 100)).Refusal);
        await shop.CloseAsync(ticket);
        Assert.Null((await shop.Get<ChangeTicketStatus>().HandleAsync(ticket, TicketStatus.Open, shop.Staff, CancellationToken.None)).Refusal);

        Assert.Equal(new QuoteNeeded(60, 100), (await TryLogAsync(shop, ticket, 1)).Refusal);
        await shop.QuoteAsync(ticket, 130);
        Assert.Null((await TryLogAsync(shop, ticket, 30)).Refusal);
        Assert.Equal(new QuoteCapReached(130, 0), (await TryLogAsync(shop, ticket, 1)).Refusal);
    }

    [Fact]
    public async Task FEN_13_What_costs_no_hours_needs_no_quote()
    {
        await using var shop = await GoldAsync(DatabaseKind.Sqlite);
        var fault = await shop.OpenTicketAsync("no-access");
        await shop.MoveToAsync(2026, 11, 3, 15);

        Assert.Null((await TryLogAsync(shop, fault, 240)).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_14_On_day_31_it_has_expired_by_itself_and_both_sides_are_told(DatabaseKind kind)
    {
        await using var shop = await GoldAsync(kind);
        var ana = await shop.Store.JoinAsync(shop.Account, "Ana");
        var ticket = await shop.OpenTicketAsync("request");
        var hired = await shop.Store.JoinAsync(await shop.Store.OpenAccountAsync("The house"), "Valentina", email: "valentina@agencia.example");
        var quote = await shop.Store.IssueAsync(ticket, shop.Staff with { UserId = hired.UserId }, 120);

        await shop.MoveToAsync(2026, 12, 2, 23);
        Assert.Equal(QuoteStatus.Open, (await shop.Store.QuoteAsync(quote.Id)).Status);
        await shop.MoveToAsync(2026, 12, 3, 9);

        var ended = await shop.Store.QuoteAsync(quote.Id);
        Assert.Equal((QuoteStatus.Expired, (NodaTime.Instant?)shop.At(2026, 12, 3, 0)), (ended.Status, ended.DecidedAt));
        Assert.Equal(new QuoteExpired(shop.At(2026, 12, 3, 0)), (await shop.Store.ApproveAsync(quote, ana)).Refusal);
        await using var db = shop.Store.Db();
        Assert.Equal(TicketStatus.Open, await db.Set<Ticket>().Where(row => row.Id == ticket.Id).Select(row => row.Status).SingleAsync());
        await shop.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        Assert.Equal(
            ["ana@example.com", "valentina@agencia.example"],
            (await db.Set<MailRow>().Where(mail => mail.Subject.Contains("expired")).Select(mail => mail.To).ToListAsync()).Order());
    }

    [Fact]
    public async Task FEN_14_Nothing_happens_twice_when_the_program_was_off_for_months()
    {
        await using var shop = await GoldAsync(DatabaseKind.Sqlite);
        var quote = await shop.Store.IssueAsync(await shop.OpenTicketAsync("request"), shop.Staff, 120);

        await shop.MoveToAsync(2027, 3, 1);
        await shop.MoveToAsync(2027, 3, 2);

        Assert.Equal(shop.At(2026, 12, 3, 0), (await shop.Store.QuoteAsync(quote.Id)).DecidedAt);
        Assert.Equal(["quote.issued", "quote.expired"], await shop.Store.EventsAsync(shop.Account, "quote."));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_03_Held_hours_lapse_with_their_period_and_are_held_again_from_the_next(DatabaseKind kind)
    {
        await using var shop = await GoldAsync(kind);
        var ticket = await shop.OpenTicketAsync("request");
        var quote = await shop.QuoteAsync(ticket, 180);
        var (available, held) = await shop.Store.HoursAsync(shop.Account);
        Assert.Equal(180, held);

        await shop.MoveToAsync(2026, 12, 2, 10);
        Assert.Equal((0, 0), await shop.Store.HoursAsync(shop.Account));
        Assert.Equal(0, (await shop.Store.QuoteAsync(quote.Id)).HeldMinutes);
        await shop.RenewAsync();
        await shop.MoveToAsync(2026, 12, 2, 15);

        Assert.Equal((available + held, 180), await SumAsync(shop));
        Assert.Equal(180, (await shop.Store.QuoteAsync(quote.Id)).HeldMinutes);
        Assert.Null((await TryLogAsync(shop, ticket, 180)).Refusal);
        Assert.Equal(0, (await shop.Store.HoursAsync(shop.Account)).Held);
    }

    [Fact]
    public async Task FEN_12_An_approval_holds_what_there_is_and_the_rest_is_billed_at_closing()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.MoveToAsync(2026, 11, 2, 10);
        var ticket = await shop.OpenTicketAsync("request");
        await shop.QuoteAsync(ticket, 180);
        Assert.Equal((0, 60), await shop.Store.HoursAsync(shop.Account));
        await shop.MoveToAsync(2026, 11, 3, 15);

        Assert.Null((await TryLogAsync(shop, ticket, 150)).Refusal);
        await shop.CloseAsync(ticket);

        Assert.Equal((0, 0), await shop.Store.HoursAsync(shop.Account));
        Assert.Equal(90, Assert.Single(await shop.OveragesAsync()).Minutes);
    }

    [Fact]
    public async Task FEN_11_A_call_out_counts_double_towards_the_quote_and_says_how_much_was_on_call()
    {
        await using var shop = await GoldAsync(DatabaseKind.Sqlite);
        var ticket = await shop.OpenTicketAsync("request");
        await shop.QuoteAsync(ticket, 100);
        await shop.MoveToAsync(2026, 11, 3, 18);
        await shop.MoveToAsync(2026, 11, 3, 19);

        Assert.Equal(new QuoteCapReached(100, 100, 102), (await TryLogAsync(shop, ticket, 51)).Refusal);
        var log = (await TryLogAsync(shop, ticket, 50)).Value;

        Assert.Equal((50, 100), (log.OnCallMinutes, log.ChargedMinutes));
    }

    private static async Task<(int Sum, int Held)> SumAsync(FenicioShop shop)
    {
        var (available, held) = await shop.Store.HoursAsync(shop.Account);
        return (available + held, held);
    }

    private static async Task<FenicioShop> GoldAsync(DatabaseKind kind)
    {
        var shop = await FenicioShop.OpenAsync(kind);
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync("gold");
        return shop;
    }

    private static Task<Result<WorkLog>> TryLogAsync(FenicioShop shop, TicketKey ticket, int minutes) => shop.Get<LogWork>().HandleAsync(
        ticket, new WorkInput(minutes, "Work", null, $"{minutes} at {Guid.CreateVersion7()}"), shop.Staff, CancellationToken.None);
}
