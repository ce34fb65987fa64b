using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Payments.Provider;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Stripe;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Subscriptions;
using Storefront.Tests.Stripe.Sandbox;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions;

/// <summary>A subscriber whose subscription the local Stripe bills, asked over HTTP by the real client. Both live on one clock.</summary>
public sealed class BilledSubscriber : IAsyncDisposable
{
    private BilledSubscriber(Subscriber subscriber, SandboxServer server)
    {
        Subscriber = subscriber;
        Server = server;
    }

    public Subscriber Subscriber { get; }

    public SandboxServer Server { get; }

    public StripeClient Stripe => Subscriber.Store.Get<StripeClient>();

    /// <summary>The subscription at Stripe.</summary>
    public string StripeId { get; private set; } = "";

    /// <param name="plan">The plan.</param>
    /// <param name="interval">Month or year.</param>
    /// <param name="house">Another handbook than Flunt's.</param>
    /// <param name="card">The card that is on file once the subscription is bought.</param>
    public static async Task<BilledSubscriber> BuyAsync(
        string plan = "essential", BillingInterval interval = BillingInterval.Month, Handbook? house = null, string card = "pm_card_visa")
    {
        var billed = await OpenAsync(house);
        await billed.SubscribeAsync(plan, interval, card);
        return billed;
    }

    /// <summary>An account that has bought nothing yet.</summary>
    /// <param name="house">Another handbook than Flunt's.</param>
    /// <param name="configure">Further services of the program.</param>
    public static async Task<BilledSubscriber> OpenAsync(Handbook? house = null, Action<IServiceCollection>? configure = null)
    {
        var server = await SandboxServer.StartAsync(start: TestStore.Start.ToDateTimeOffset());
        var subscriber = await Subscriber.OpenAsync(DatabaseKind.Sqlite, services =>
        {
            services.AddStripe(options =>
            {
                options.ApiKey = SandboxServer.ApiKey;
                options.ApiBase = new Uri(server.Address, "/sandbox/stripe");
                options.MaxNetworkRetries = 0;
            });
            if (house is not null)
            {
                services.AddSingleton(house);
                services.AddSingleton(new Handbooks(house));
            }

            configure?.Invoke(services);
        }, house);
        return new BilledSubscriber(subscriber, server);
    }

    public Task<Subscription> StandingAsync() => Stripe.V1.Subscriptions.GetAsync(StripeId);

    /// <summary>Stripe's invoices for the subscription, the first one first.</summary>
    public async Task<List<Invoice>> InvoicesAsync()
    {
        var invoices = await Stripe.V1.Invoices.ListAsync(new InvoiceListOptions { Subscription = StripeId, Limit = 100 });
        return [.. invoices.Data.AsEnumerable().Reverse()];
    }

    public async Task<List<InvoiceItem>> WaitingAsync()
    {
        var standing = await StandingAsync();
        return (await Stripe.V1.InvoiceItems.ListAsync(new InvoiceItemListOptions { Customer = standing.CustomerId, Pending = true })).Data;
    }

    /// <summary>Does what the background would.</summary>
    public Task RunDueWorkAsync() => Subscriber.Store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

    /// <summary>Moves both clocks day by day; what Stripe was paid for terms is recorded as its webhooks would have it.</summary>
    public async Task MoveToAsync(int year, int month, int day, int hour = 12)
    {
        var zone = Subscriber.Store.Get<Handbooks>().Present.Zone;
        var target = new LocalDateTime(year, month, day, hour, 0).InZoneLeniently(zone).ToInstant();
        while (Subscriber.Store.Time.Now < target)
        {
            var next = Instant.Min(target, Subscriber.Store.Time.Now + Duration.FromHours(12));
            Subscriber.Store.Time.Advance(next - Subscriber.Store.Time.Now);
            await Server.MoveToAsync(next.ToDateTimeOffset());
            await Subscriber.SettleAsync();
            await RecordPaidTermsAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Subscriber.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>Subscribes at Stripe, which charges the first term, and starts the subscription with that payment.</summary>
    public async Task SubscribeAsync(string plan, BillingInterval interval = BillingInterval.Month, string card = "pm_card_visa")
    {
        var handbook = Subscriber.Store.Get<Handbooks>().Present;
        var terms = PlanTerms.Of(handbook.Plans.Find(plan)!, interval, handbook.DefaultCurrency).Value;
        var catalogue = Subscriber.Store.Get<StripeCatalogue>();
        await catalogue.EnsureAsync([plan], CancellationToken.None);
        var customer = await Stripe.V1.Customers.CreateAsync(new CustomerCreateOptions
        {
            Email = "ana@example.com",
            PaymentMethod = card,
            InvoiceSettings = new CustomerInvoiceSettingsOptions { DefaultPaymentMethod = card },
        });
        var subscription = await Stripe.V1.Subscriptions.CreateAsync(new SubscriptionCreateOptions
        {
            Customer = customer.Id,
            Items = catalogue.ForSubscription(new Subscription(), plan, interval, terms.Price, handbook.Tax.Rate.On(terms.Price)),
        });
        StripeId = subscription.Id;
        var started = await Subscriber.OrderAndPayAsync(
            plan, interval, subscription.LatestInvoiceId!, subscription.Id, catalogue.PlanItem(subscription)!.Id);
        Assert.Null(started.Refusal);
    }

    /// <summary>Records what Stripe was paid for terms, each once.</summary>
    public async Task RecordPaidTermsAsync()
    {
        foreach (var invoice in (await InvoicesAsync()).Where(invoice => invoice.Status == "paid" && PaysTerm(invoice)))
        {
            await Subscriber.PayRenewalAsync(invoice.Id);
        }
    }

    private bool PaysTerm(Invoice invoice) =>
        invoice.Lines.Data.Any(line => Subscriber.Store.Get<StripeCatalogue>().IsTerm(line) && line.Amount > 0);
}
