using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Stripe;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Orders between being placed and being paid: bad input, other accounts, crashes, time that passes.</summary>
public sealed class OrderTests : IAsyncLifetime
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
    [InlineData(null, BillingInterval.Month, "CLP", "card", "k", "UNKNOWN_PLAN")]
    [InlineData("negocio ☃", BillingInterval.Month, "CLP", "card", "k", "UNKNOWN_PLAN")]
    [InlineData("business", BillingInterval.Once, "CLP", "card", "k", "PRICE_NOT_OFFERED")]
    [InlineData("business", (BillingInterval)99, "CLP", "card", "k", "PRICE_NOT_OFFERED")]
    [InlineData("business", BillingInterval.Month, "EUR", "card", "k", "CURRENCY_NOT_OFFERED")]
    [InlineData("business", BillingInterval.Month, "peso", "card", "k", "CURRENCY_NOT_OFFERED")]
    [InlineData("business", BillingInterval.Month, null, "card", "k", "CURRENCY_NOT_OFFERED")]
    [InlineData("business", BillingInterval.Month, "CLP", "zelle", "k", "PAYMENT_METHOD_NOT_OFFERED")]
    [InlineData("business", BillingInterval.Month, "USD", "transfer", "k", "PAYMENT_METHOD_NOT_OFFERED")]
    [InlineData("business", BillingInterval.Month, "CLP", null, "k", "PAYMENT_METHOD_NOT_OFFERED")]
    [InlineData("business", BillingInterval.Month, "CLP", "card", "", "IDEMPOTENCY_KEY_NOT_VALID")]
    [InlineData("business", BillingInterval.Month, "CLP", "card", null, "IDEMPOTENCY_KEY_NOT_VALID")]
    public async Task What_is_not_sold_is_refused_and_nothing_is_ordered(
        string? plan, BillingInterval interval, string? currency, string? method, string? key, string code)
    {
        var refused = await buyer.StartAsync(new StartCheckoutInput(plan, interval, currency, method, key));

        Assert.Equal(code, refused.Refusal?.Code);
        Assert.Equal("", (await buyer.ReadAsync()).Orders);
        Assert.Null(await buyer.CustomerAsync());
    }

    [Fact]
    public async Task Only_an_owner_buys_and_nobody_sees_anothers_order()
    {
        var member = await Buyer.OpenAsync(host, MemberRole.Member);
        Assert.Equal("OWNERS_ONLY", (await member.StartAsync(member.Wish())).Refusal?.Code);

        var order = await buyer.OrderAsync();
        var other = await Buyer.OpenAsync(host);
        Assert.Equal("NOT_FOUND", (await other.Get<OpenPaymentPage>().HandleAsync(order.Reference, other.Viewer, CancellationToken.None)).Refusal?.Code);
        Assert.Equal("NOT_FOUND", (await other.Get<CancelOrder>().HandleAsync(order.Reference, other.Viewer, CancellationToken.None)).Refusal?.Code);
        Assert.Null(await other.Get<OrderReader>().FindAsync(other.Account, order.Reference, CancellationToken.None));
    }

    [Fact]
    public async Task Dying_before_the_payment_page_is_kept_opens_the_same_page_again()
    {
        var wish = buyer.Wish(key: "crash");
        var order = await buyer.OrderAsync(wish);
        await using (var db = host.Db())
        {
            await db.Set<Order>().ExecuteUpdateAsync(
                row => row.SetProperty(kept => kept.StripeSessionId, (string?)null).SetProperty(kept => kept.CheckoutUrl, (string?)null));
        }

        Assert.Equal(order, (await buyer.StartAsync(wish)).Value);
        Assert.Single((await buyer.Get<StripeClient>().V1.Checkout.Sessions.ListAsync()).Data);
    }

    [Fact]
    public async Task An_expired_payment_page_gives_way_to_another_at_the_same_price_until_the_order_expires()
    {
        var order = await buyer.OrderAsync();
        await host.MoveClockAsync(Duration.FromHours(25));
        Assert.Null((await buyer.ReadOrderAsync(order.Reference)).CheckoutUrl);
        var again = await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None);
        Assert.NotEqual(order.Url, again.Value.Url);
        Assert.NotNull(again.Value.Url);

        await host.MoveClockAsync(Duration.FromDays(7));
        Assert.Equal(OrderStatus.Expired, (await buyer.ReadOrderAsync(order.Reference)).Status);
        Assert.Equal("ORDER_EXPIRED", (await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task A_page_that_is_opened_just_before_the_order_expires_can_be_used()
    {
        var order = await buyer.OrderAsync();
        await host.MoveClockAsync(Duration.FromDays(7) - Duration.FromMinutes(5));
        var last = await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None);
        await host.MoveClockAsync(Duration.FromMinutes(20));
        await Buyer.PayAsync(last.Value);
        await buyer.SettleAsync();

        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
    }

    [Fact]
    public async Task An_order_that_is_withdrawn_cannot_be_paid_any_more()
    {
        var order = await buyer.OrderAsync();
        Assert.Null((await buyer.Get<CancelOrder>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Refusal);

        Assert.Equal("expired", Assert.Single((await buyer.Get<StripeClient>().V1.Checkout.Sessions.ListAsync()).Data).Status);
        Assert.Equal("ORDER_CANCELED", (await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task An_order_that_was_paid_meanwhile_is_not_withdrawn()
    {
        var order = await buyer.OrderAsync();
        await Buyer.PayAsync(order);
        var refused = await buyer.Get<CancelOrder>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None);

        Assert.Equal("ORDER_ALREADY_PAID", refused.Refusal?.Code);
        Assert.Equal("Grant 1200", (await buyer.ReadAsync()).Hours);
    }

    [Fact]
    public async Task Of_two_orders_one_page_is_open_and_paying_one_withdraws_the_other()
    {
        var first = await buyer.OrderAsync(buyer.Wish("essential"));
        var second = await buyer.OrderAsync(buyer.Wish("growth"));
        var pages = await buyer.Get<StripeClient>().V1.Checkout.Sessions.ListAsync();
        Assert.Single(pages.Data, session => session.Status == "open");

        await Buyer.PayAsync(second);
        await buyer.SettleAsync();
        Assert.Equal(OrderStatus.Canceled, (await buyer.ReadOrderAsync(first.Reference)).Status);
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(second.Reference)).Status);
    }

    [Fact]
    public async Task Without_Stripe_the_order_is_kept_and_can_be_paid_later()
    {
        var options = buyer.Get<StripeClientOptions>();
        var (address, retries) = (options.ApiBase, options.MaxNetworkRetries);
        options.ApiBase = new Uri("http://127.0.0.1:1");
        var refused = await buyer.StartAsync(buyer.Wish(key: "later"));
        (options.ApiBase, options.MaxNetworkRetries) = (address, retries);

        var kept = Assert.IsType<PaymentPageUnavailable>(refused.Refusal);
        Assert.Equal(OrderStatus.AwaitingPayment, (await buyer.ReadOrderAsync(kept.Reference)).Status);
        Assert.NotNull((await buyer.StartAsync(buyer.Wish(key: "later"))).Value.Url);
    }
}
