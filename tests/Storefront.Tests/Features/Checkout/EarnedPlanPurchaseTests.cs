using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Hours.Loyalty;
using Storefront.Hosting.Viewers;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>A customer of Fenicio with a plan that its commissions have earned buys a higher one, charged by the local Stripe.</summary>
public sealed class EarnedPlanPurchaseTests
{
    private static readonly Viewer Staff = new(UserId.New(TestStore.Start), "Valentina", "v@example.com", IsStaff: true, null, null, Language: null, Token: null);

    [Fact]
    public async Task FEN_02_The_difference_from_the_earned_plan_is_ordered_and_charged_and_the_list_price_from_then_on()
    {
        await using var host = await OpenAsync();
        var buyer = await EarnAsync(host);

        var started = await buyer.OrderAsync(buyer.Wish("gold", BillingInterval.Month, "UYU"));
        var order = await buyer.ReadOrderAsync(started.Reference);

        // 21 900 less Silver's 11 900, and 22 % on it.
        Assert.Equal((1_000_000L, 220_000L, 1_220_000L), (order.Net.MinorUnits, order.Tax.MinorUnits, order.Total.MinorUnits));
        Assert.Equal(("silver", 2_190_000L), (order.EarnedPlanKey, order.Price.MinorUnits));

        await Buyer.PayAsync(started);
        await buyer.SettleAsync();

        var outcome = await buyer.ReadAsync();
        Assert.Equal("Succeeded 12200.00 UYU", outcome.Payments);
        Assert.EndsWith("Grant 60 Loyalty 240 Upgrade 300", outcome.Hours, StringComparison.Ordinal);
        Assert.Equal(600, outcome.Balance);
        var first = Assert.Single(await InvoicesAsync(buyer));
        Assert.Equal((2_671_800L, 1_451_800L, 1_220_000L), (first.Subtotal, first.TotalDiscountAmounts.Sum(taken => taken.Amount), first.AmountPaid));

        await host.MoveClockAsync(Duration.FromDays(32));

        var renewal = (await InvoicesAsync(buyer))[^1];
        Assert.Equal(("paid", 2_671_800L), (renewal.Status, renewal.AmountPaid));
        Assert.Equal("Succeeded 12200.00 UYU, Succeeded 26718.00 UYU", (await buyer.ReadAsync()).Payments);
    }

    [Fact]
    public async Task FEN_02_The_checkout_shows_what_the_earned_plan_takes_off_before_anything_is_ordered()
    {
        await using var host = await OpenAsync();
        var buyer = await EarnAsync(host);
        using var browser = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);

        await browser.OpenAsync("/checkout?plan=gold");

        var summary = Plain(browser.Page.QuerySelector("aside.card")!.TextContent);
        Assert.Contains("Silver, which you have earned", summary, StringComparison.Ordinal);
        Assert.Contains("11,900.00", summary, StringComparison.Ordinal);
        Assert.Contains("12,200.00", summary, StringComparison.Ordinal);
        Assert.Contains("26,718.00", summary, StringComparison.Ordinal);
        Assert.Contains("12,200.00", Plain(browser.Page.QuerySelector("main form button")!.TextContent), StringComparison.Ordinal);

        await browser.OpenAsync("/checkout?plan=silver");
        Assert.Contains("You have Silver already", Plain(browser.Text), StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("input[name=method]"));
    }

    [Fact]
    public async Task FEN_02_What_the_earned_plan_covers_is_refused_naming_the_day_and_nothing_is_ordered()
    {
        await using var host = await OpenAsync();
        var buyer = await EarnAsync(host);

        var refused = await buyer.StartAsync(buyer.Wish("silver", BillingInterval.Month, "UYU"));

        Assert.Equal(new EarnedPlanServes("silver", new LocalDate(2027, 1, 2)), refused.Refusal);
        Assert.DoesNotContain("AwaitingPayment", (await buyer.ReadAsync()).Orders, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FEN_02_An_order_at_the_difference_ends_with_the_period_that_was_earned()
    {
        await using var host = await OpenAsync();
        var buyer = await EarnAsync(host);
        await host.MoveClockAsync(Duration.FromDays(28));

        var started = await buyer.OrderAsync(buyer.Wish("gold", BillingInterval.Month, "UYU"));
        await host.MoveClockAsync(Duration.FromDays(4));

        Assert.Equal(OrderStatus.Expired, (await buyer.ReadOrderAsync(started.Reference)).Status);
        var again = await buyer.OrderAsync(buyer.Wish("gold", BillingInterval.Month, "UYU"));
        Assert.Equal(2_671_800L, (await buyer.ReadOrderAsync(again.Reference)).Total.MinorUnits);
    }

    /// <summary>Four months that average to Silver, and the period that they earned.</summary>
    private static async Task<Buyer> EarnAsync(StorefrontHost host)
    {
        var buyer = await Buyer.OpenAsync(host);
        foreach (var (month, amount) in new[] { (7, "87543"), (8, "75901"), (9, "76202"), (10, "81001") })
        {
            var recorded = await buyer.Get<RecordCommissionMonth>()
                .HandleAsync(buyer.Account, new YearMonth(2026, month), amount, true, Staff, CancellationToken.None);
            Assert.Null(recorded.Refusal);
        }

        await host.MoveClockAsync(Duration.FromDays(31));
        return buyer;
    }

    private static async Task<List<Invoice>> InvoicesAsync(Buyer buyer)
    {
        var options = new InvoiceListOptions { Customer = await buyer.CustomerAsync(), Limit = 100 };
        return [.. (await buyer.Get<StripeClient>().V1.Invoices.ListAsync(options)).Data.AsEnumerable().Reverse()];
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static Task<StorefrontHost> OpenAsync() => StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["House"] = "fenicio";
        builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "fenicio");
    });
}
