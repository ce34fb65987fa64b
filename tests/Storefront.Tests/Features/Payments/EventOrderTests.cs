using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Events;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>COM-05: events that come twice, late or out of order end in the same state.</summary>
public sealed class EventOrderTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const int Seeds = 8;

    private static readonly string[] OfPurchase =
    [
        EventTypes.PaymentIntentPaymentFailed, EventTypes.CheckoutSessionCompleted, EventTypes.InvoicePaid, EventTypes.CustomerSubscriptionUpdated,
    ];

    [Fact]
    public async Task COM_05_Every_order_of_a_purchases_events_ends_alike()
    {
        using var courier = new Courier(host);
        foreach (var order in Permutations(OfPurchase))
        {
            var buyer = await Buyer.OpenAsync(host);
            await PurchaseAsync(buyer);
            var events = await courier.EventsOfAsync(buyer);
            Assert.Equal(OfPurchase.Order(StringComparer.Ordinal), events.Select(Courier.TypeOf).Distinct().Order(StringComparer.Ordinal));
            foreach (var type in order)
            {
                foreach (var happened in events.Where(each => Courier.TypeOf(each) == type))
                {
                    Assert.Equal(HttpStatusCode.OK, await courier.BringAsync(happened));
                }

                await buyer.ProcessAsync();
            }

            Assert.Equal(
                new Outcome("Paid 666400 CLP", "Succeeded 666400 CLP", $"Active business Month {Today():uuuu-MM-dd} {Today().PlusMonths(1):uuuu-MM-dd}", "Grant 1200", 1200),
                await buyer.ReadAsync());
        }
    }

    [Fact]
    public async Task COM_05_The_same_events_ten_times_charge_and_grant_once()
    {
        using var courier = new Courier(host);
        var buyer = await Buyer.OpenAsync(host);
        await PurchaseAsync(buyer);
        var events = await courier.EventsOfAsync(buyer);
        for (var times = 0; times < 10; times++)
        {
            await Task.WhenAll(events.Select(courier.BringAsync));
            await buyer.ProcessAsync();

            // Under another id it is another event to us, and about the same thing.
            await Task.WhenAll(events.Select(happened => courier.BringAsync(Renamed(happened, times))));
            await buyer.ProcessAsync();
        }

        var outcome = await buyer.ReadAsync();
        Assert.Equal(("Paid 666400 CLP", "Succeeded 666400 CLP", "Grant 1200"), (outcome.Orders, outcome.Payments, outcome.Hours));
    }

    [Fact]
    public async Task COM_05_A_life_told_in_random_orders_with_repetitions_ends_alike()
    {
        using var courier = new Courier(host);
        var buyers = new List<Buyer>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var buyer = await Buyer.OpenAsync(host);
            await Buyer.PayAsync(await buyer.OrderAsync(buyer.Wish(interval: BillingInterval.Month)), PaymentPage.FailingLaterCard);
            buyers.Add(buyer);
        }

        var bought = Today();

        // The renewal is declined, then paid with another card; the first payment is given back.
        await host.MoveClockAsync(Duration.FromDays(33));
        foreach (var buyer in buyers)
        {
            await PayRenewalAndRefundFirstAsync(buyer);
        }

        var outcomes = new List<Outcome>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var events = await courier.EventsOfAsync(buyers[seed]);
            Assert.Contains(events, happened => Courier.TypeOf(happened) == EventTypes.InvoicePaymentFailed);
            Assert.Contains(events, happened => Courier.TypeOf(happened) == EventTypes.ChargeRefunded);
            foreach (var happened in seed == 0 ? [.. events] : Shuffled(events, seed))
            {
                await courier.BringAsync(happened);
                await buyers[seed].ProcessAsync();
            }

            outcomes.Add(await buyers[seed].ReadAsync());
        }

        Assert.All(outcomes, outcome => Assert.Equal(outcomes[0], outcome));
        Assert.Equal("Refunded 666400 CLP, Succeeded 666400 CLP", outcomes[0].Payments);
        Assert.Equal($"Active business Month {bought.PlusMonths(1):uuuu-MM-dd} {bought.PlusMonths(2):uuuu-MM-dd}", outcomes[0].Subscriptions);
    }

    private static async Task PurchaseAsync(Buyer buyer)
    {
        var order = await buyer.OrderAsync(buyer.Wish(interval: BillingInterval.Month));
        await Buyer.PayAsync(order, PaymentPage.DeclinedCard);
        await Buyer.PayAsync(order);
    }

    private static async Task PayRenewalAndRefundFirstAsync(Buyer buyer)
    {
        var stripe = buyer.Get<StripeClient>();
        var invoices = await stripe.V1.Invoices.ListAsync(new InvoiceListOptions { Customer = await buyer.CustomerAsync(), Limit = 10 });
        var renewal = invoices.Data.Single(invoice => invoice.Status == InvoiceStatuses.Open);
        await stripe.V1.Invoices.PayAsync(renewal.Id, new InvoicePayOptions { PaymentMethod = await CardAsync(stripe, buyer) });
        var first = invoices.Data.Single(invoice => invoice.Status == InvoiceStatuses.Paid);
        var paid = await stripe.V1.InvoicePayments.ListAsync(new InvoicePaymentListOptions { Invoice = first.Id });
        await stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = paid.Data[0].Payment.PaymentIntentId });
    }

    /// <summary>A card that pays, attached to the buyer's customer.</summary>
    private static async Task<string> CardAsync(StripeClient stripe, Buyer buyer)
    {
        var updated = await stripe.V1.Customers.UpdateAsync(
            (await buyer.CustomerAsync())!,
            new CustomerUpdateOptions
            {
                InvoiceSettings = new CustomerInvoiceSettingsOptions { DefaultPaymentMethod = "pm_card_visa" },
            });
        return updated.InvoiceSettings!.DefaultPaymentMethodId!;
    }

    private LocalDate Today()
    {
        var zone = host.Services.GetRequiredService<Handbook>().Zone;
        return host.Services.GetRequiredService<BusinessClock>().GetCurrentInstant().InZone(zone).Date;
    }

    private static JsonObject Renamed(JsonObject happened, int times)
    {
        var other = happened.DeepClone().AsObject();
        other["id"] = $"{happened["id"]}_{times}";
        return other;
    }

    private static JsonObject[] Shuffled(IReadOnlyList<JsonObject> events, int seed)
    {
        var random = new Random(seed);
        JsonObject[] all = [.. events, .. events.Where(_ => random.Next(2) == 0)];
        random.Shuffle(all);
        return all;
    }

    private static IEnumerable<string[]> Permutations(string[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (string[])[first, .. rest]));
}
