using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>A server that stood still asks for the same, on the same days, as one that ran every day.</summary>
public sealed class StoppedServerTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_07_FLU_21_One_pass_after_weeks_comes_to_what_every_day_does(DatabaseKind kind)
    {
        await using var shop = await RenewalShop.OpenAsync("flunt", kind: kind);
        var (daily, stopped) = (await shop.BuyAsync("essential"), await shop.BuyAsync("essential"));
        for (var day = 0; day < 50; day++)
        {
            shop.Advance(1);
            await shop.SettleAsync(daily);
        }

        await shop.SettleAsync(stopped);
        var (first, second) = (await BooksAsync(shop.Store, daily), await BooksAsync(shop.Store, stopped));
        Assert.Equal(first, second);
        Assert.Contains("2026-12-02 AwaitingPayment", first, StringComparison.Ordinal);
        Assert.Equal(5, first.Split("renewal.mail").Length - 1);
        Assert.Contains("subscription.paused", first, StringComparison.Ordinal);
    }

    /// <summary>Without ids: what was asked for and when, what will be written and when, and what happened.</summary>
    private static async Task<string> BooksAsync(TestStore store, AccountId account)
    {
        await using var db = store.Db();
        var orders = await db.Set<Order>().AsNoTracking().Where(order => order.AccountId == account && order.RenewalDueOn != null).OrderBy(order => order.OrderedAt).ToListAsync();
        var work = await db.Set<DueWorkRow>().Where(row => row.AccountId == account && row.Kind == "renewal.mail").OrderBy(row => row.DueAt).ToListAsync();
        var events = await db.Set<EventRow>().Where(row => row.AccountId == account).OrderBy(row => row.Sequence).Select(row => new { row.Type, row.At }).ToListAsync();
        return string.Join(
            '\n',
            [
                .. orders.Select(order => $"{order.RenewalDueOn:uuuu-MM-dd} {order.Status} {order.Total} {order.OrderedAt}"),
                .. work.Select(row => $"{row.Kind} {row.DueAt} {row.Subject!.Split(' ')[0]}"),
                .. events.Select(row => $"{row.Type} {row.At}"),
            ]);
    }
}
