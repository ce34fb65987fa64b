using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

/// <summary>Work beyond the free hours of who buys no plan: it becomes an order, once, and does not stay open for ever.</summary>
public sealed class OverageOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_12_Work_beyond_the_hours_of_who_buys_no_plan_becomes_an_order_when_the_period_ends(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await WorkAsync(shop, 90);
        await shop.MoveToAsync(2026, 12, 1);
        Assert.DoesNotContain(await shop.OrdersAsync(), order => order.Purpose == OrderPurpose.Overage);

        await shop.MoveToAsync(2026, 12, 3);
        await shop.MoveToAsync(2027, 2, 10);

        // 30 minutes at Básico's 2 900 an hour, and 22 % on it.
        var order = Assert.Single(await shop.OrdersAsync(), order => order.Purpose == OrderPurpose.Overage);
        Assert.Equal((OrderStatus.AwaitingPayment, 145_000L, 31_900L, null), (order.Status, order.Net.MinorUnits, order.Tax.MinorUnits, order.ExpiresAt));
        Assert.Equal(new LocalDate(2026, 12, 2), order.OrderedAt.InZone(DateTimeZoneProviders.Tzdb["America/Montevideo"]).Date);
        var overage = Assert.Single(await shop.OveragesAsync());
        Assert.Equal((order.Id, order.OrderedAt), (overage.OrderId!.Value, overage.BilledAt!.Value));
    }

    [Fact]
    public async Task FEN_12_A_server_that_was_stopped_for_months_writes_the_same_orders_each_at_its_own_instant()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await WorkAsync(shop, 90);
        shop.Store.Time.Advance(Duration.FromDays(95));

        await shop.Store.Transactions.RunAsync<Done>(shop.Account, (_, _) => Task.FromResult<Result<Done>>(Done.Value), CancellationToken.None);

        var order = Assert.Single(await shop.OrdersAsync(), order => order.Purpose == OrderPurpose.Overage);
        Assert.Equal(shop.At(2026, 12, 2, 0), order.OrderedAt);
    }

    [Fact]
    public async Task FEN_12_A_credit_waits_until_there_is_work_to_take_it_off()
    {
        await using var shop = await FenicioShop.OpenAsync();
        var (ticket, log) = await WorkAsync(shop, 90);
        await shop.MoveToAsync(2026, 12, 3);
        Assert.Null((await shop.Get<ReverseWorkLog>().HandleAsync(ticket, log, "It was our own fault.", shop.Staff, CancellationToken.None)).Refusal);

        await shop.MoveToAsync(2027, 2, 10);

        Assert.Single(await shop.OrdersAsync(), order => order.Purpose == OrderPurpose.Overage);
        Assert.Null((await shop.OveragesAsync()).Single(overage => overage.Net.IsNegative).BilledAt);
    }

    /// <summary>So many minutes in business hours, on a ticket that is closed.</summary>
    private static async Task<(TicketKey Ticket, WorkLogId Log)> WorkAsync(FenicioShop shop, int minutes)
    {
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 17);
        await shop.QuoteAsync(ticket, minutes);
        var log = await shop.LogAsync(ticket, minutes);
        await shop.CloseAsync(ticket);
        return (ticket, log.Id);
    }
}
