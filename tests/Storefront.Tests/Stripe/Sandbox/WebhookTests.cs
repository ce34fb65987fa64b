using System.Text.Json.Nodes;
using Storefront.Stripe.Events;
using Storefront.Tests.Support;

namespace Storefront.Tests.Stripe.Sandbox;

/// <summary>Events as they reach the shop.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private SandboxServer _server = null!;

    public async Task InitializeAsync() => _server = await SandboxServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Webhooks_are_signed_in_real_time_and_come_in_the_order_of_the_events()
    {
        await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        var report = await _server.Stripe.DeliverPendingAsync();

        Assert.Equal(await _server.EventTypesAsync(), _server.Received.Select(webhook => webhook.Type));
        Assert.Equal((_server.Received.Count, 0), (report.Delivered, report.Failed));
        foreach (var webhook in _server.Received)
        {
            // The business's clock stands in 2027; the tolerance is checked against real time.
            var constructed = EventUtility.ConstructEvent(
                webhook.Payload, webhook.Signature, SandboxServer.WebhookSecret, EventUtility.DefaultTimeTolerance, TimeProvider.System.GetUtcNow());
            Assert.Equal(webhook.Type, constructed.Type);
        }

        Assert.Equal(0, (await _server.Stripe.DeliverPendingAsync()).Delivered);
    }

    [Fact]
    public async Task An_event_that_was_not_taken_comes_again_the_same_and_holds_up_no_other()
    {
        var refused = true;
        _server.Answer = webhook => refused && webhook.Type == "customer.created" ? 500 : 200;
        await _server.PostAsync("customers", ("email", "a@example.com"));
        await _server.PostAsync("products", ("name", "A"));
        var report = await _server.Stripe.DeliverPendingAsync();
        Assert.Equal((1, 1), (report.Delivered, report.Failed));
        Assert.Equal(1, (await Stored("customer.created"))["pending_webhooks"]!.GetValue<int>());
        Assert.Equal(0, (await Stored("product.created"))["pending_webhooks"]!.GetValue<int>());

        refused = false;
        Assert.Equal(1, (await _server.Stripe.DeliverPendingAsync()).Delivered);
        Assert.Equal(["customer.created", "product.created", "customer.created"], _server.Received.Select(webhook => webhook.Type));
        Assert.Equal(_server.Received[0].Payload, _server.Received[2].Payload);
        var log = await _server.Stripe.ListDeliveriesAsync();
        Assert.Equal([200, 200, 500], log.Select(attempt => attempt.Status));
        Assert.NotNull(log[2].Error);
    }

    [Fact]
    public async Task Without_an_address_events_wait_until_there_is_one()
    {
        var address = _server.Options.WebhookUrl;
        _server.Options.WebhookUrl = null;
        await _server.PostAsync("products", ("name", "A"));
        Assert.Equal(0, (await _server.Stripe.DeliverPendingAsync()).Delivered);
        _server.Options.WebhookUrl = address;
        Assert.Equal(1, (await _server.Stripe.DeliverPendingAsync()).Delivered);
    }

    [Fact]
    public async Task A_restart_loses_no_event()
    {
        _server.Options.WebhookUrl = new Uri("http://127.0.0.1:1/nobody");
        await _server.PostAsync("products", ("name", "A"));
        Assert.Equal(1, (await _server.Stripe.DeliverPendingAsync()).Failed);
        _server.KeepsDatabase = true;
        await _server.DisposeAsync();
        _server = await SandboxServer.StartAsync(_server.Options.DatabasePath);

        Assert.Equal(1, (await _server.Stripe.DeliverPendingAsync()).Delivered);
        Assert.Equal("product.created", Assert.Single(_server.Received).Type);
    }

    [Fact]
    public async Task In_the_background_events_are_delivered_and_retried_until_they_are_given_up()
    {
        await using var server = await SandboxServer.StartAsync(runsInBackground: true);
        var all = new TaskCompletionSource();
        var attempts = 0;
        server.Answer = _ =>
        {
            if (Interlocked.Increment(ref attempts) == 3)
            {
                all.TrySetResult();
            }

            return 503;
        };
        await server.PostAsync("products", ("name", "A"));
        await all.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // The first attempt and its two retries; nothing is left for a round that takes everything that waits.
        var report = await server.Stripe.DeliverPendingAsync();
        Assert.Equal((0, 0), (report.Delivered, report.Failed));
        Assert.Equal([503, 503, 503], (await server.Stripe.ListDeliveriesAsync()).Select(attempt => attempt.Status));
    }

    [SharedFact]
    public async Task Every_event_is_one_that_Stripe_has_and_carries_an_object_of_the_described_shape()
    {
        var customer = await _server.AddCustomerAsync();
        var price = await _server.AddPriceAsync(1000);
        var subscription = await _server.SubscribeAsync(customer, price);
        var session = await _server.PostAsync(
            "checkout/sessions", ("mode", "subscription"), ("line_items[0][price]", price["id"]!.GetValue<string>()), ("line_items[0][quantity]", "1"),
            ("success_url", "http://shop.example/done"));
        var browser = new HostedPageBrowser(_server);
        await browser.OpenAsync(session["url"]!.GetValue<string>());
        await browser.PayAsync("4000000000000002");
        await browser.PayAsync("4000000000000341");
        await _server.PostAsync(
            "invoiceitems", ("customer", customer["id"]!.GetValue<string>()), ("subscription", subscription["id"]!.GetValue<string>()),
            ("amount", "250"), ("currency", "usd"));
        await _server.MoveToAsync(SandboxServer.Start.AddDays(60));
        await _server.DeleteAsync("subscriptions/" + subscription["id"]);
        await _server.Stripe.DeliverPendingAsync();

        Assert.True(_server.Received.Count > 40);
        foreach (var webhook in _server.Received)
        {
            Assert.Contains(webhook.Type, OpenApiDescription.Instance.EventTypes);
            OpenApiDescription.Instance.AssertObject(webhook.Payload);
            OpenApiDescription.Instance.AssertObject(webhook.Event["data"]!["object"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task An_update_tells_the_former_values()
    {
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        await _server.PostAsync("subscriptions/" + subscription["id"], ("cancel_at_period_end", "true"));
        var data = (await Stored("customer.subscription.updated"))["data"]!;
        Assert.False(data["previous_attributes"]!["cancel_at_period_end"]!.GetValue<bool>());
        Assert.True(data["object"]!["cancel_at_period_end"]!.GetValue<bool>());
        Assert.DoesNotContain("\"_", data.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<JsonObject> Stored(string type) =>
        (await _server.GetAsync("events", ("type", type)))["data"]![0]!.AsObject();
}
