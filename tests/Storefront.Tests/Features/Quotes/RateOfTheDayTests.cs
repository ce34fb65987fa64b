using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Quotes;

/// <summary>ALF-02: a quote keeps the rate of the day it was issued.</summary>
public sealed class RateOfTheDayTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task ALF_02_A_quote_of_the_season_keeps_its_rate_after_the_season_and_a_new_one_has_the_new_day_s(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind, "alfinet");
        await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var (early, late) = (await OpenAsync(desk), await OpenAsync(desk));

        // Black Friday's fortnight, as the handbook has it: twice the base.
        desk.Store.Time.Advance(new NodaTime.LocalDateTime(2026, 11, 20, 12, 0).InZoneLeniently(desk.Customer.Handbook.Zone).ToInstant() - desk.Store.Time.Now);
        var season = await desk.Store.IssueAsync(early, desk.Staff, 90, QuoteSettlement.Money);
        desk.Store.Time.Advance(new NodaTime.LocalDateTime(2026, 12, 3, 12, 0).InZoneLeniently(desk.Customer.Handbook.Zone).ToInstant() - desk.Store.Time.Now);
        var after = await desk.Store.IssueAsync(late, desk.Staff, 90, QuoteSettlement.Money);

        Assert.Equal((Reais(400), Reais(600)), (season.HourlyRate, season.Net));
        Assert.Equal((Reais(200), Reais(300)), (after.HourlyRate, after.Net));
        var kept = await desk.Store.QuoteAsync(season.Id);
        Assert.Equal((QuoteStatus.Open, Reais(400), Reais(600)), (kept.Status, kept.HourlyRate, kept.Net));
    }

    private static async Task<TicketKey> OpenAsync(DeskStore desk)
    {
        var ticket = await desk.OpenAsync(TicketCustomer.Input(urgency: null, impact: null) with { Kind = "evolution", Platform = null });
        Assert.Null((await desk.MoveAsync(ticket, Storefront.Domain.Tickets.TicketStatus.Assessing)).Refusal);
        return ticket;
    }

    private static Money Reais(long amount) => new(amount * 100, Currency.Parse("BRL"));
}
