using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Features.Hours;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

/// <summary>The report that owners get by mail when a billing period is over.</summary>
public sealed class ReportMailTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task FLU_19_When_a_period_is_over_its_owners_get_its_figures_by_mail_once()
    {
        var buyer = await Buyer.OpenAsync(host);
        await buyer.BuyAsync(buyer.Wish("essential", BillingInterval.Month));
        await host.MoveClockAsync(Duration.FromDays(8));
        var used = await host.Transactions.RunAsync<HourEntry>(
            buyer.Account,
            (scope, token) => buyer.Get<HourUse>().UseAsync(scope, 380, new HourCause(HourCauseKind.WorkLog), "work", token),
            CancellationToken.None);
        Assert.Null(used.Refusal);
        Assert.Empty(await ReportsAsync(buyer));

        await host.MoveClockAsync(Duration.FromDays(24));
        await buyer.SettleAsync();
        await buyer.SettleAsync();

        var mail = Assert.Single(await ReportsAsync(buyer));
        Assert.Equal("es", mail.Language);
        Assert.All(
            ["10 h 00 min", "6 h 20 min", "2 h 34 min", "1 h 06 min", "/hours/reports/2026-11-02"],
            figure => Assert.Contains(figure, mail.Body, StringComparison.Ordinal));
    }

    private async Task<List<MailRow>> ReportsAsync(Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<MailRow>().AsNoTracking().Where(mail => mail.To == buyer.Email && mail.Subject.StartsWith("Tus horas")).ToListAsync();
    }
}
