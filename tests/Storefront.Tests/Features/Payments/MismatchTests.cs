using Storefront.Domain.Orders;
using Storefront.Features.Payments.Billing;
using Storefront.Features.Payments.Provider;
using Storefront.Stripe;
using Storefront.Stripe.Checkout;
using Storefront.Stripe.Subscriptions;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>Money that is not what was ordered: refused, kept for staff to see, nothing granted and nothing charged again.</summary>
public sealed class MismatchTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData(7197119, "clp", "PAYMENT_AMOUNT_MISMATCH")]
    [InlineData(7197121, "clp", "PAYMENT_AMOUNT_MISMATCH")]
    [InlineData(7197120, "usd", "PAYMENT_CURRENCY_MISMATCH")]
    public async Task A_payment_of_another_amount_or_currency_settles_nothing(long amount, string currency, string problem)
    {
        var buyer = await Buyer.OpenAsync(host);
        var order = await buyer.OrderAsync();
        var session = await OtherSessionAsync(buyer, order.Reference, amount, currency);
        using var page = new PaymentPage();
        await page.PayAsync(new Uri(session.Url!), PaymentPage.GoodCard);
        await buyer.SettleAsync();

        var outcome = await buyer.ReadAsync();
        Assert.Equal(("AwaitingPayment 7197120 CLP", "", 0), (outcome.Orders, outcome.Subscriptions, outcome.Balance));
        Assert.EndsWith(problem, outcome.Payments, StringComparison.Ordinal);
        var shown = (await buyer.Get<PaymentProblemReader>().ListAsync(100, CancellationToken.None)).Single(found => found.AccountId == buyer.Account);
        Assert.Equal(problem, shown.Reason);
        var at = await buyer.Get<StripeClient>().V1.Subscriptions.ListAsync(
            new SubscriptionListOptions { Customer = await buyer.CustomerAsync(), Status = SubscriptionStatuses.All });
        Assert.Equal(SubscriptionStatuses.Canceled, Assert.Single(at.Data).Status);

        // The order itself can still be paid.
        await Buyer.PayAsync(order);
        await buyer.SettleAsync();
        Assert.Equal((OrderStatus.Paid, 1200), ((await buyer.ReadOrderAsync(order.Reference)).Status, (await buyer.ReadAsync()).Balance));
    }

    [Fact]
    public async Task A_second_payment_while_a_plan_runs_grants_nothing_more()
    {
        var buyer = await Buyer.OpenAsync(host);
        var order = await buyer.BuyAsync();
        var session = await OtherSessionAsync(buyer, order.Reference, 7197120, "clp");
        using var page = new PaymentPage();
        await page.PayAsync(new Uri(session.Url!), PaymentPage.GoodCard);
        await buyer.SettleAsync();

        var outcome = await buyer.ReadAsync();
        Assert.Equal(("Paid 7197120 CLP", "Grant 1200"), (outcome.Orders, outcome.Hours));
        Assert.Contains("ORDER_ALREADY_PAID", outcome.Payments, StringComparison.Ordinal);
    }

    /// <summary>A payment page of the same Stripe account that names an order of ours.</summary>
    private static async Task<Session> OtherSessionAsync(Buyer buyer, string reference, long amount, string currency)
    {
        var order = await buyer.ReadOrderAsync(reference);
        Dictionary<string, string?> metadata = new()
        {
            [StripeMetadata.Account] = StripeMetadata.Write(order.AccountId),
            [StripeMetadata.Order] = StripeMetadata.Write(order.Id),
        };
        return await buyer.Get<StripeClient>().V1.Checkout.Sessions.CreateAsync(new SessionCreateOptions
        {
            Mode = "subscription",
            Customer = await buyer.CustomerAsync(),
            Metadata = metadata,
            SubscriptionData = new SessionSubscriptionDataOptions { Metadata = metadata },
            SuccessUrl = "http://shop.example/",
            LineItems =
            [
                new SessionLineItemOptions
                {
                    Quantity = 1,
                    PriceData = new SessionLineItemPriceDataOptions
                    {
                        Currency = currency,
                        UnitAmount = amount,
                        ProductData = new SessionLineItemPriceDataProductDataOptions { Name = "Business" },
                        Recurring = new SessionLineItemPriceDataRecurringOptions { Interval = "year" },
                    },
                },
            ],
        });
    }
}
