using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox;

namespace Storefront.Tests.Stripe.Sandbox;

/// <summary>What the clock does to subscriptions.</summary>
public sealed class RenewalTests : IAsyncLifetime
{
    private SandboxServer _server = null!;

    public async Task InitializeAsync() => _server = await SandboxServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_anchor_on_the_31st_renews_on_the_last_day_of_short_months()
    {
        // Stripe's example of a billing cycle anchor: 31 January, 28 February, 31 March, 30 April.
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        await _server.MoveToAsync(At(2027, 5, 1));

        var invoices = await _server.InvoicesAsync(subscription);
        Assert.Equal(
            ["2027-04-30 10:00", "2027-03-31 10:00", "2027-02-28 10:00", "2027-01-31 10:00"],
            invoices.Select(invoice => Instant(invoice["lines"]!["data"]![0]!["period"]!["start"]!)));
        Assert.All(invoices, invoice => Assert.Equal("paid", Text(invoice, "status")));
        Assert.Equal(invoices.Count, invoices.Select(invoice => Text(invoice, "number")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_yearly_anchor_on_29_February_renews_on_the_28th_and_comes_back_to_the_29th()
    {
        await using var server = await SandboxServer.StartAsync(start: At(2028, 2, 29));
        var subscription = await server.SubscribeAsync(await server.AddCustomerAsync(), await server.AddPriceAsync(1000, "year"));
        await server.MoveToAsync(At(2032, 3, 1));

        Assert.Equal(
            ["2032-02-29 00:00", "2031-02-28 00:00", "2030-02-28 00:00", "2029-02-28 00:00", "2028-02-29 00:00"],
            (await server.InvoicesAsync(subscription)).Select(invoice => Instant(invoice["lines"]!["data"]![0]!["period"]!["start"]!)));
    }

    [Fact]
    public async Task A_renewal_is_a_draft_for_an_hour_then_finalized_and_paid()
    {
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        var renewal = new DateTimeOffset(2027, 2, 28, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(renewal, await _server.Stripe.NextDueAsync());
        await _server.MoveToAsync(renewal);

        var draft = (await _server.InvoicesAsync(subscription))[0];
        Assert.Equal("draft", Text(draft, "status"));
        Assert.Equal("subscription_cycle", Text(draft, "billing_reason"));
        Assert.Equal(renewal.AddHours(1), await _server.Stripe.NextDueAsync());
        await _server.MoveToAsync(renewal.AddHours(1));
        var paid = await _server.GetAsync("invoices/" + Text(draft, "id"), ("expand[0]", "payments"));
        Assert.Equal("paid", Text(paid, "status"));
        Assert.Equal(renewal.AddHours(1).ToUnixTimeSeconds(), paid["status_transitions"]!["paid_at"]!.GetValue<long>());
        Assert.Equal("paid", paid["payments"]!["data"]![0]!["status"]!.GetValue<string>());
        Assert.Equal(
            ["customer.subscription.updated", "invoice.created", "payment_intent.created", "invoice.finalized", "charge.succeeded", "payment_intent.succeeded", "invoice_payment.paid", "invoice.paid", "invoice.payment_succeeded"],
            (await _server.EventTypesAsync()).TakeLast(9));
    }

    [Fact]
    public async Task A_failed_renewal_is_retried_after_3_5_and_7_days_then_the_subscription_is_canceled()
    {
        var subscription = await SubscribeWithFailingCardAsync(_server);
        var failed = new DateTimeOffset(2027, 2, 28, 11, 0, 0, TimeSpan.Zero);
        await _server.MoveToAsync(failed);
        Assert.Equal("past_due", await StatusAsync(_server, subscription));

        foreach (var days in new[] { 3, 8, 15 })
        {
            Assert.Equal(failed.AddDays(days), await _server.Stripe.NextDueAsync());
            Assert.Equal("past_due", await StatusAsync(_server, subscription));
            await _server.MoveToAsync(failed.AddDays(days));
        }

        var canceled = await _server.GetAsync("subscriptions/" + Text(subscription, "id"));
        Assert.Equal("canceled", Text(canceled, "status"));
        Assert.Equal("payment_failed", canceled["cancellation_details"]!["reason"]!.GetValue<string>());
        Assert.Equal(4, (await _server.EventTypesAsync()).Count(type => type == "invoice.payment_failed"));
        Assert.Equal(4, (await _server.InvoicesAsync(subscription))[0]["attempt_count"]!.GetValue<int>());
        Assert.Contains("customer.subscription.deleted", await _server.EventTypesAsync());
        Assert.Null(await _server.Stripe.NextDueAsync());
    }

    [Fact]
    public async Task An_unpaid_subscription_goes_on_with_drafts_that_nobody_collects()
    {
        await using var server = await SandboxServer.StartAsync(afterLastRetry: AfterLastRetry.MarkUnpaid);
        var subscription = await SubscribeWithFailingCardAsync(server);
        await server.MoveToAsync(At(2027, 4, 2));

        Assert.Equal("unpaid", await StatusAsync(server, subscription));
        Assert.Equal(["draft", "open", "paid"], (await server.InvoicesAsync(subscription)).Select(invoice => Text(invoice, "status")));
    }

    [Fact]
    public async Task Paying_with_another_card_makes_a_past_due_subscription_active()
    {
        var subscription = await SubscribeWithFailingCardAsync(_server);
        await _server.MoveToAsync(At(2027, 3, 1));
        var open = (await _server.InvoicesAsync(subscription))[0];

        var (status, refusal) = await _server.TrySendAsync(HttpMethod.Post, $"invoices/{Text(open, "id")}/pay", []);
        Assert.Equal(402, (int)status);
        Assert.Equal("card_declined", refusal["error"]!["code"]!.GetValue<string>());
        var browser = new HostedPageBrowser(_server);
        await browser.OpenAsync(Text(open, "hosted_invoice_url"));
        await browser.PayAsync("4000000000009995");
        Assert.Contains("not enough money", browser.Alert, StringComparison.Ordinal);
        await browser.PayAsync("4242424242424242");

        Assert.Equal("paid", Text(await _server.GetAsync("invoices/" + Text(open, "id")), "status"));
        Assert.Equal("active", await StatusAsync(_server, subscription));
        await _server.MoveToAsync(At(2027, 4, 2));
        Assert.Equal("paid", Text((await _server.InvoicesAsync(subscription))[0], "status"));
    }

    [Theory]
    [InlineData("void", "void")]
    [InlineData("keep_as_draft", "draft")]
    [InlineData("mark_uncollectible", "uncollectible")]
    public async Task While_collection_is_paused_invoices_are_treated_as_asked(string behavior, string invoiceStatus)
    {
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        await _server.PostAsync(
            "subscriptions/" + Text(subscription, "id"), ("pause_collection[behavior]", behavior),
            ("pause_collection[resumes_at]", Seconds(At(2027, 3, 15))));
        await _server.MoveToAsync(At(2027, 3, 14));
        Assert.Equal(invoiceStatus, Text((await _server.InvoicesAsync(subscription))[0], "status"));
        Assert.Equal("active", await StatusAsync(_server, subscription));

        await _server.MoveToAsync(At(2027, 4, 2));
        Assert.Null((await _server.GetAsync("subscriptions/" + Text(subscription, "id")))["pause_collection"]);
        Assert.Equal(["paid", invoiceStatus, "paid"], (await _server.InvoicesAsync(subscription)).Select(invoice => Text(invoice, "status")));
    }

    [Fact]
    public async Task Cancelling_at_the_end_of_the_period_ends_it_there_and_bills_nothing_more()
    {
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        var marked = await _server.PostAsync("subscriptions/" + Text(subscription, "id"), ("cancel_at_period_end", "true"));
        Assert.Equal("active", Text(marked, "status"));
        Assert.Equal(Seconds(new(2027, 2, 28, 10, 0, 0, TimeSpan.Zero)), marked["cancel_at"]!.ToString());
        await _server.MoveToAsync(At(2027, 4, 1));

        var ended = await _server.GetAsync("subscriptions/" + Text(subscription, "id"));
        Assert.Equal("canceled", Text(ended, "status"));
        Assert.Equal(Seconds(new(2027, 2, 28, 10, 0, 0, TimeSpan.Zero)), ended["ended_at"]!.ToString());
        Assert.Single(await _server.InvoicesAsync(subscription));
    }

    [Fact]
    public async Task A_cancellation_at_the_end_of_the_period_can_be_taken_back()
    {
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        await _server.PostAsync("subscriptions/" + Text(subscription, "id"), ("cancel_at_period_end", "true"));
        var kept = await _server.PostAsync("subscriptions/" + Text(subscription, "id"), ("cancel_at_period_end", "false"));
        Assert.Null(kept["cancel_at"]);
        await _server.MoveToAsync(At(2027, 3, 2));
        Assert.Equal(2, (await _server.InvoicesAsync(subscription)).Count);
    }

    [Fact]
    public async Task A_trial_ends_with_an_invoice_and_begins_the_cycle()
    {
        var customer = await _server.AddCustomerAsync();
        var subscription = await _server.SubscribeAsync(customer, await _server.AddPriceAsync(1000), ("trial_period_days", "10"));
        Assert.Equal("trialing", Text(subscription, "status"));
        await _server.MoveToAsync(At(2027, 3, 11));

        Assert.Equal("active", await StatusAsync(_server, subscription));
        var invoices = await _server.InvoicesAsync(subscription);
        Assert.Equal([1000, 1000, 0], invoices.Select(invoice => invoice["amount_paid"]!.GetValue<long>()));
        Assert.Equal("2027-02-10 10:00", Instant(invoices[1]["lines"]!["data"]![0]!["period"]!["start"]!));
    }

    [Fact]
    public async Task A_trial_without_a_card_can_pause_the_subscription_until_it_is_resumed()
    {
        var customer = await _server.PostAsync("customers", ("email", "sin@example.com"));
        var subscription = await _server.SubscribeAsync(
            customer, await _server.AddPriceAsync(1000), ("trial_period_days", "10"),
            ("trial_settings[end_behavior][missing_payment_method]", "pause"));
        await _server.MoveToAsync(At(2027, 3, 1));
        Assert.Equal("paused", await StatusAsync(_server, subscription));
        Assert.Contains("customer.subscription.paused", await _server.EventTypesAsync());

        await _server.PostAsync("customers/" + Text(customer, "id"), ("invoice_settings[default_payment_method]", "pm_card_visa"));
        var resumed = await _server.PostAsync($"subscriptions/{Text(subscription, "id")}/resume");
        Assert.Equal("active", Text(resumed, "status"));
        Assert.Equal("2027-03-01 00:00", Instant(resumed["billing_cycle_anchor"]!));
        Assert.Contains("customer.subscription.resumed", await _server.EventTypesAsync());
    }

    [Fact]
    public async Task A_first_payment_that_fails_leaves_it_incomplete_and_it_expires_after_23_hours()
    {
        var subscription = await _server.SubscribeAsync(
            await _server.AddCustomerAsync("pm_card_chargeCustomerFail"), await _server.AddPriceAsync(1000));
        Assert.Equal("incomplete", Text(subscription, "status"));
        Assert.Equal(SandboxServer.Start.AddHours(23), await _server.Stripe.NextDueAsync());
        await _server.MoveToAsync(SandboxServer.Start.AddHours(23));

        Assert.Equal("incomplete_expired", await StatusAsync(_server, subscription));
        Assert.Equal("void", Text((await _server.InvoicesAsync(subscription))[0], "status"));
    }

    [Fact]
    public async Task A_test_clock_moves_its_own_customers_only()
    {
        var clock = await _server.PostAsync("test_helpers/test_clocks", ("frozen_time", Seconds(At(2030, 1, 31))));
        var price = await _server.AddPriceAsync(1000);
        var inside = await _server.SubscribeAsync(await _server.AddCustomerAsync(testClock: Text(clock, "id")), price);
        var outside = await _server.SubscribeAsync(await _server.AddCustomerAsync(), price);
        await _server.PostAsync($"test_helpers/test_clocks/{Text(clock, "id")}/advance", ("frozen_time", Seconds(At(2030, 4, 1))));

        Assert.Equal(
            ["2030-03-31 00:00", "2030-02-28 00:00", "2030-01-31 00:00"],
            (await _server.InvoicesAsync(inside)).Select(invoice => Instant(invoice["lines"]!["data"]![0]!["period"]!["start"]!)));
        Assert.Single(await _server.InvoicesAsync(outside));
        Assert.Equal("ready", Text(await _server.GetAsync("test_helpers/test_clocks/" + Text(clock, "id")), "status"));
    }

    /// <summary>Subscribes on the page with the card that pays once and fails later.</summary>
    private static async Task<JsonObject> SubscribeWithFailingCardAsync(SandboxServer server)
    {
        var price = await server.AddPriceAsync(1000);
        var session = await server.PostAsync(
            "checkout/sessions", ("mode", "subscription"), ("line_items[0][price]", Text(price, "id")), ("line_items[0][quantity]", "1"),
            ("success_url", "http://shop.example/done"));
        var browser = new HostedPageBrowser(server);
        await browser.OpenAsync(Text(session, "url"));
        await browser.PayAsync("4000 0000 0000 0341");
        return (await server.GetAsync("checkout/sessions/" + Text(session, "id"), ("expand[0]", "subscription")))["subscription"]!.AsObject();
    }

    private static async Task<string> StatusAsync(SandboxServer server, JsonObject subscription) =>
        Text(await server.GetAsync("subscriptions/" + Text(subscription, "id")), "status");

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Instant(JsonNode seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds.GetValue<long>()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text(JsonObject json, string name) => json[name]!.GetValue<string>();
}
