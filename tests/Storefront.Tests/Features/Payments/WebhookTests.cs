using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Sync;
using Storefront.Features.Payments.Webhooks;
using Storefront.Store.DueWork;
using Storefront.Stripe.Events;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>What comes in by webhook, and what is made of what should not or never did.</summary>
public sealed class WebhookTests : IAsyncLifetime, IDisposable
{
    private StorefrontHost host = null!;
    private Buyer buyer = null!;
    private Courier courier = null!;

    public async Task InitializeAsync()
    {
        host = await StorefrontHost.StartAsync();
        buyer = await Buyer.OpenAsync(host);
        courier = new Courier(host);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => courier.Dispose();

    [Fact]
    public async Task Forged_stale_and_malformed_webhooks_are_turned_away_and_leave_nothing()
    {
        await Buyer.PayAsync(await buyer.OrderAsync());
        var body = (await courier.EventsOfAsync(buyer)).Single(happened => Courier.TypeOf(happened) == EventTypes.InvoicePaid).ToJsonString();

        Assert.Equal(HttpStatusCode.BadRequest, await courier.BringAsync(body, "whsec_somebody_else", TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.BadRequest, await courier.BringAsync(body, secret: null, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.BadRequest, await courier.BringAsync(body, courier.Secret, TimeSpan.FromMinutes(6)));
        Assert.Equal(HttpStatusCode.BadRequest, await courier.BringAsync(body, courier.Secret, TimeSpan.FromMinutes(-6)));
        Assert.Equal(HttpStatusCode.BadRequest, await courier.BringAsync("{}", courier.Secret, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.BadRequest, await courier.BringAsync("not json", courier.Secret, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await courier.BringAsync(new string('x', WebhookEndpoint.LongestBody + 1), courier.Secret, TimeSpan.Zero));
        Assert.Empty(await StoredAsync());
        Assert.Equal("AwaitingPayment 7197120 CLP", (await buyer.ReadAsync()).Orders);
    }

    [Fact]
    public async Task A_webhook_is_stored_once_as_it_came_and_those_that_mean_nothing_are_kept_too()
    {
        await Buyer.PayAsync(await buyer.OrderAsync());
        var paid = (await courier.EventsOfAsync(buyer)).Single(happened => Courier.TypeOf(happened) == EventTypes.InvoicePaid);
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => courier.BringAsync(paid))), status => Assert.Equal(HttpStatusCode.OK, status));
        var other = paid.DeepClone().AsObject();
        (other["id"], other["type"]) = ("evt_other", "invoice.sent");
        await courier.BringAsync(other);
        await buyer.ProcessAsync();

        var stored = await StoredAsync();
        Assert.Equal(2, stored.Count);
        var kept = stored.Single(row => row.Type == EventTypes.InvoicePaid);
        Assert.Equal(paid.ToJsonString(), kept.Raw);
        Assert.Equal((WebhookEventState.Processed, 1, buyer.Account), (kept.State, kept.Attempts, kept.AccountId!.Value));
        Assert.Equal(WebhookEventState.Ignored, stored.Single(row => row.Type == "invoice.sent").State);
    }

    [Fact]
    public async Task A_webhook_of_an_unknown_customer_is_kept_shown_and_tried_again()
    {
        var order = await buyer.OrderAsync();
        await Buyer.PayAsync(order);
        var events = await courier.EventsOfAsync(buyer);
        var customer = await buyer.CustomerAsync();
        await SetCustomerAsync(null);
        await courier.BringAsync(events.Single(happened => Courier.TypeOf(happened) == EventTypes.InvoicePaid));
        await buyer.ProcessAsync();

        var failed = Assert.Single(await buyer.Get<WebhookReader>().ListFailedAsync(Instant.MinValue, 10, CancellationToken.None));
        Assert.Equal((EventTypes.InvoicePaid, 1), (failed.Type, failed.Attempts));
        Assert.Contains(customer!, failed.Error, StringComparison.Ordinal);
        Assert.NotNull(await buyer.Get<DueWorkRunner>().NextRetryAsync(CancellationToken.None));
        Assert.Equal(OrderStatus.AwaitingPayment, (await buyer.ReadOrderAsync(order.Reference)).Status);

        await SetCustomerAsync(customer);
        Assert.Null((await buyer.Get<RetryWebhook>().HandleAsync(failed.Id, CancellationToken.None)).Refusal);
        await buyer.ProcessAsync();
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
        Assert.Empty(await buyer.Get<WebhookReader>().ListFailedAsync(Instant.MinValue, 10, CancellationToken.None));
    }

    [Fact]
    public async Task COM_05_A_payment_whose_webhook_never_came_is_found_by_comparing()
    {
        var order = await buyer.OrderAsync(buyer.Wish(interval: BillingInterval.Month));
        await Buyer.PayAsync(order);
        await buyer.Get<StripeReconciliation>().RunAsync(CancellationToken.None);
        Assert.Equal("Grant 1200", (await buyer.ReadAsync()).Hours);

        await host.MoveClockAsync(Duration.FromDays(32));
        await buyer.Get<StripeReconciliation>().RunAsync(CancellationToken.None);
        await buyer.Get<StripeReconciliation>().RunAsync(CancellationToken.None);
        var outcome = await buyer.ReadAsync();
        Assert.Equal("Succeeded 666400 CLP, Succeeded 666400 CLP", outcome.Payments);
        Assert.StartsWith("Active business Month 2026-12-02 2027-01-02", outcome.Subscriptions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_is_told_before_the_webhook_comes()
    {
        var order = await buyer.OrderAsync();
        await Buyer.PayAsync(order);
        Assert.Null((await buyer.Get<CheckOrder>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Refusal);

        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
        foreach (var happened in await courier.EventsOfAsync(buyer))
        {
            await courier.BringAsync(happened);
        }

        await buyer.ProcessAsync();
        Assert.Equal(("Succeeded 7197120 CLP", "Grant 1200"), ((await buyer.ReadAsync()).Payments, (await buyer.ReadAsync()).Hours));
    }

    [Fact]
    public async Task An_event_about_nothing_at_Stripe_is_kept_and_shown()
    {
        var invented = new JsonObject
        {
            ["id"] = "evt_invented",
            ["object"] = "event",
            ["type"] = EventTypes.InvoicePaid,
            ["created"] = 1,
            ["data"] = new JsonObject { ["object"] = new JsonObject { ["id"] = "in_invented", ["object"] = "invoice" } },
        };
        Assert.Equal(HttpStatusCode.OK, await courier.BringAsync(invented));
        await buyer.ProcessAsync();

        var failed = Assert.Single(await buyer.Get<WebhookReader>().ListFailedAsync(Instant.MinValue, 10, CancellationToken.None));
        Assert.Contains("in_invented", failed.Error, StringComparison.Ordinal);
    }

    private async Task SetCustomerAsync(string? customer)
    {
        await using var db = host.Db();
        await db.Set<Account>().Where(account => account.Id == buyer.Account)
            .ExecuteUpdateAsync(row => row.SetProperty(account => account.StripeCustomerId, customer));
    }

    private async Task<List<WebhookEvent>> StoredAsync()
    {
        await using var db = host.Db();
        return await db.Set<WebhookEvent>().AsNoTracking().ToListAsync();
    }
}
