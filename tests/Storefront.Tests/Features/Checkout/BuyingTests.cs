using System.Net;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Buying on the real server with the local Stripe over HTTP.</summary>
public sealed class BuyingTests : IAsyncLifetime
{
    private StorefrontHost host = null!;
    private Buyer buyer = null!;

    public async Task InitializeAsync()
    {
        host = await StorefrontHost.StartAsync();
        buyer = await Buyer.OpenAsync(host);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("CLP", BillingInterval.Year, "7197120", "2027-11-02")]
    [InlineData("CLP", BillingInterval.Month, "666400", "2026-12-02")]
    [InlineData("USD", BillingInterval.Year, "7839.72", "2027-11-02")]
    [InlineData("USD", BillingInterval.Month, "725.90", "2026-12-02")]
    public async Task A_plan_that_is_paid_runs_and_grants_its_hours(string currency, BillingInterval interval, string total, string paidThrough)
    {
        var order = await buyer.OrderAsync(buyer.Wish(currency: currency, interval: interval));
        Assert.Equal(OrderStatus.AwaitingPayment, order.Status);

        var page = await Buyer.PayAsync(order);
        await buyer.SettleAsync();

        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal($"/orders/{order.Reference}?paid=yes", page.Location!.PathAndQuery);
        var bought = await buyer.ReadAsync();
        Assert.Equal($"Paid {total} {currency}", bought.Orders);
        Assert.Equal($"Succeeded {total} {currency}", bought.Payments);
        Assert.Equal($"Active business {interval} 2026-11-02 {paidThrough}", bought.Subscriptions);
        Assert.Equal("Grant 1200", bought.Hours);
    }

    [Fact]
    public async Task A_declined_card_charges_and_grants_nothing_and_says_why()
    {
        var order = await buyer.OrderAsync();
        var page = await Buyer.PayAsync(order, PaymentPage.DeclinedCard);
        await buyer.SettleAsync();

        Assert.Equal(HttpStatusCode.PaymentRequired, page.Status);
        var kept = await buyer.ReadOrderAsync(order.Reference);
        Assert.Equal((OrderStatus.AwaitingPayment, "generic_decline"), (kept.Status, kept.DeclineCode));
        var outcome = await buyer.ReadAsync();
        Assert.Equal(("", "", 0), (outcome.Payments, outcome.Subscriptions, outcome.Balance));

        await Buyer.PayAsync(order);
        await buyer.SettleAsync();
        Assert.Equal((OrderStatus.Paid, null), ((await buyer.ReadOrderAsync(order.Reference)).Status, (await buyer.ReadOrderAsync(order.Reference)).DeclineCode));
    }

    [Fact]
    public async Task A_payment_page_that_was_left_is_the_same_the_next_time()
    {
        var order = await buyer.OrderAsync();
        var again = await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None);

        Assert.Equal(order, again.Value);
    }

    [Fact]
    public async Task A_second_plan_is_refused_while_one_runs()
    {
        await buyer.BuyAsync();
        var second = await buyer.StartAsync(buyer.Wish("growth"));

        Assert.Equal(new SubscriptionAlreadyRuns("business"), second.Refusal);
    }

    [Fact]
    public async Task Asked_twice_with_one_key_nothing_is_ordered_twice()
    {
        var wish = buyer.Wish(key: "once");
        var both = await Task.WhenAll(buyer.StartAsync(wish), buyer.StartAsync(wish));

        Assert.Equal(both[0].Value, both[1].Value);
        Assert.Equal("AwaitingPayment 7197120 CLP", (await buyer.ReadAsync()).Orders);
        var other = await buyer.StartAsync(wish with { PlanKey = "growth" });
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", other.Refusal?.Code);
    }
}
