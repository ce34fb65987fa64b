using System.Net;
using System.Text.Json.Nodes;

namespace Storefront.Tests.Stripe.Sandbox;

public sealed class CheckoutTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private HostedPageBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _browser = new HostedPageBrowser(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Paying_with_4242_makes_customer_subscription_and_paid_invoice()
    {
        var session = await StartSubscriptionAsync();
        await _browser.OpenAsync(Text(session, "url"));
        await _browser.PayAsync("4242 4242 4242 4242");

        Assert.Equal(HttpStatusCode.SeeOther, _browser.Status);
        Assert.Equal($"http://shop.example/done?session={Text(session, "id")}", _browser.Location);
        var paid = await _server.GetAsync("checkout/sessions/" + Text(session, "id"), ("expand[0]", "subscription.latest_invoice"), ("expand[1]", "line_items"));
        Assert.Equal("complete", Text(paid, "status"));
        Assert.Equal("paid", Text(paid, "payment_status"));
        Assert.Equal("order-1", Text(paid, "client_reference_id"));
        var subscription = paid["subscription"]!.AsObject();
        Assert.Equal("active", Text(subscription, "status"));
        Assert.Equal("acc-1", subscription["metadata"]!["account"]!.GetValue<string>());
        Assert.Equal(SandboxServer.Start.ToUnixTimeSeconds(), subscription["items"]!["data"]![0]!["current_period_start"]!.GetValue<long>());
        var invoice = subscription["latest_invoice"]!.AsObject();
        Assert.Equal("paid", Text(invoice, "status"));
        Assert.Equal(300000, invoice["amount_paid"]!.GetValue<long>());
        Assert.Equal(Text(subscription, "id"), invoice["parent"]!["subscription_details"]!["subscription"]!.GetValue<string>());
        Assert.Equal("ana@example.com", Text(await _server.GetAsync("customers/" + Text(paid, "customer")), "email"));
        Assert.Single(paid["line_items"]!["data"]!.AsArray());
        var types = await _server.EventTypesAsync();
        Assert.Contains("checkout.session.completed", types);
        Assert.Contains("customer.subscription.created", types);
        Assert.Contains("invoice.paid", types);
        Assert.Contains("payment_intent.succeeded", types);
    }

    [Fact]
    public async Task A_coupon_for_once_is_taken_off_the_first_invoice_and_no_other()
    {
        await _server.PostAsync("coupons", ("id", "earned"), ("amount_off", "100001"), ("currency", "clp"), ("duration", "once"), ("max_redemptions", "1"), ("name", "Silver, earned"));
        var session = await StartSubscriptionAsync(("discounts[0][coupon]", "earned"));
        Assert.Equal((300000, 199999), (session["amount_subtotal"]!.GetValue<long>(), session["amount_total"]!.GetValue<long>()));
        await _browser.OpenAsync(Text(session, "url"));
        await _browser.PayAsync("4242424242424242");

        var paid = await _server.GetAsync("checkout/sessions/" + Text(session, "id"), ("expand[0]", "subscription.latest_invoice"));
        var invoice = paid["subscription"]!["latest_invoice"]!.AsObject();
        Assert.Equal((300000, 199999, 199999), (invoice["subtotal"]!.GetValue<long>(), invoice["total"]!.GetValue<long>(), invoice["amount_paid"]!.GetValue<long>()));
        Assert.Equal(100001, invoice["total_discount_amounts"]![0]!["amount"]!.GetValue<long>());
        Assert.Empty(paid["subscription"]!["discounts"]!.AsArray());
        Assert.False((await _server.GetAsync("coupons/earned"))["valid"]!.GetValue<bool>());
        Assert.Contains("customer.discount.created", await _server.EventTypesAsync());

        await _server.MoveToAsync(SandboxServer.Start.AddDays(35));
        var invoices = (await _server.GetAsync("invoices", ("customer", Text(paid, "customer"))))["data"]!.AsArray();
        Assert.Equal([300000L, 199999L], invoices.Select(one => one!["amount_paid"]!.GetValue<long>()));
    }

    [Theory]
    [InlineData("brl", "does not match")]
    [InlineData(null, "No such coupon")]
    public async Task A_coupon_in_another_currency_or_unknown_is_refused(string? currency, string message)
    {
        if (currency is not null)
        {
            await _server.PostAsync("coupons", ("id", "earned"), ("amount_off", "100"), ("currency", currency));
        }

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => StartSubscriptionAsync(("discounts[0][coupon]", "earned")));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_card_charges_nothing_and_can_be_followed_by_another()
    {
        var session = await StartSubscriptionAsync();
        await _browser.OpenAsync(Text(session, "url"));
        await _browser.PayAsync("4000000000000002");

        Assert.Equal(HttpStatusCode.PaymentRequired, _browser.Status);
        Assert.Contains("declined", _browser.Alert, StringComparison.Ordinal);
        Assert.Empty((await _server.GetAsync("subscriptions", ("status", "all")))["data"]!.AsArray());
        Assert.Empty((await _server.GetAsync("customers"))["data"]!.AsArray());
        Assert.Contains("payment_intent.payment_failed", await _server.EventTypesAsync());

        await _browser.PayAsync("4242424242424242");
        Assert.Equal(HttpStatusCode.SeeOther, _browser.Status);
        Assert.Equal("complete", Text(await _server.GetAsync("checkout/sessions/" + Text(session, "id")), "status"));
    }

    [Fact]
    public async Task Insufficient_funds_are_said_in_the_language_of_the_session()
    {
        var session = await StartSubscriptionAsync(("locale", "es"));
        await _browser.OpenAsync(Text(session, "url"), "pt-BR");
        Assert.Contains("Número de la tarjeta", _browser.Text, StringComparison.Ordinal);
        await _browser.PayAsync("4000 0000 0000 9995");
        Assert.Contains("fondos suficientes", _browser.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4000 0025 0000 3155")]
    [InlineData("4000 0027 6000 3184")]
    public async Task A_3D_Secure_card_is_charged_only_after_the_confirmation(string number)
    {
        var session = await StartSubscriptionAsync();
        await _browser.OpenAsync(Text(session, "url"));
        await _browser.PayAsync(number);
        Assert.Equal(HttpStatusCode.SeeOther, _browser.Status);
        Assert.Empty((await _server.GetAsync("subscriptions"))["data"]!.AsArray());

        await _browser.FollowAsync();
        Assert.Contains("bank", _browser.Text, StringComparison.Ordinal);
        await _browser.SubmitAsync("form.choice", ("answer", "fail"));
        Assert.Contains("confirmation failed", _browser.Alert, StringComparison.Ordinal);
        Assert.Empty((await _server.GetAsync("subscriptions"))["data"]!.AsArray());

        await _browser.PayAsync(number);
        await _browser.FollowAsync();
        await _browser.SubmitAsync("form.choice", ("answer", "approve"));
        Assert.StartsWith("http://shop.example/done", _browser.Location, StringComparison.Ordinal);
        Assert.Single((await _server.GetAsync("subscriptions"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Sending_the_form_twice_charges_once()
    {
        var session = await StartSubscriptionAsync();
        await _browser.OpenAsync(Text(session, "url"));
        var statuses = await _browser.PayTwiceAsync("4242424242424242");

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.SeeOther, status));
        Assert.Single((await _server.GetAsync("subscriptions"))["data"]!.AsArray());
        Assert.Single(await _server.EventTypesAsync(), type => type == "charge.succeeded");
    }

    [Fact]
    public async Task A_session_expires_after_a_day_and_its_page_says_so()
    {
        var session = await StartSubscriptionAsync();
        await _server.MoveToAsync(SandboxServer.Start.AddHours(24));

        Assert.Equal("expired", Text(await _server.GetAsync("checkout/sessions/" + Text(session, "id")), "status"));
        Assert.Equal("checkout.session.expired", (await _server.EventTypesAsync())[^1]);
        await _browser.OpenAsync(Text(session, "url"));
        Assert.Equal(HttpStatusCode.Gone, _browser.Status);
        Assert.Contains("expired", _browser.Text, StringComparison.Ordinal);
        Assert.Equal("http://shop.example/plans", _browser.Document!.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_page_of_a_paid_session_says_so()
    {
        var session = await StartSubscriptionAsync();
        await _browser.OpenAsync(Text(session, "url"));
        await _browser.PayAsync("4242424242424242");
        await _browser.OpenAsync(Text(session, "url"));
        Assert.Contains("already been paid", _browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4242424242424241", "12/34", "123", "card_number")]
    [InlineData("4111111111111111", "12/34", "123", "card_number")]
    [InlineData("4242424242424242", "12/26", "123", "expiry")]
    [InlineData("4242424242424242", "13/34", "123", "expiry")]
    [InlineData("4242424242424242", "12/34", "12", "cvc")]
    public async Task Wrong_card_data_is_marked_at_its_field(string number, string expiry, string cvc, string field)
    {
        var session = await StartSubscriptionAsync();
        await _browser.OpenAsync(Text(session, "url"));
        await _browser.PayAsync(number, expiry: expiry, cvc: cvc);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _browser.Status);
        Assert.Equal(field, Assert.Single(_browser.Document!.QuerySelectorAll("[aria-invalid=true]")).Id);
        Assert.Equal("open", Text(await _server.GetAsync("checkout/sessions/" + Text(session, "id")), "status"));
    }

    [Fact]
    public async Task The_page_needs_no_script_and_allows_none()
    {
        var session = await StartSubscriptionAsync();
        await _browser.OpenAsync(Text(session, "url"));

        Assert.Contains("default-src 'none'", _browser.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://shop.example", _browser.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Empty(_browser.Document!.QuerySelectorAll("script, style, [style]"));
        Assert.Contains("no real money", _browser.Text, StringComparison.Ordinal);
        Assert.Contains("4242 4242 4242 4242", _browser.Text, StringComparison.Ordinal);
        var css = new Uri(new Uri(Text(session, "url")), _browser.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        using var response = await _server.Http.GetAsync(css);
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Payment_mode_charges_once_and_keeps_the_metadata_of_the_payment()
    {
        var session = await _server.PostAsync(
            "checkout/sessions", ("mode", "payment"), ("success_url", "http://shop.example/done"), ("line_items[0][quantity]", "2"),
            ("line_items[0][price_data][currency]", "clp"), ("line_items[0][price_data][unit_amount]", "45000"),
            ("line_items[0][price_data][product_data][name]", "Landing page"), ("payment_intent_data[metadata][order]", "o-7"));
        Assert.Equal(90000, session["amount_total"]!.GetValue<long>());
        await _browser.OpenAsync(Text(session, "url"), "es");
        Assert.Contains("90.000 CLP", _browser.Text, StringComparison.Ordinal);
        await _browser.PayAsync("4242424242424242");

        var paid = await _server.GetAsync("checkout/sessions/" + Text(session, "id"), ("expand[0]", "payment_intent"));
        var intent = paid["payment_intent"]!.AsObject();
        Assert.Equal("succeeded", Text(intent, "status"));
        Assert.Equal(90000, intent["amount_received"]!.GetValue<long>());
        Assert.Equal("o-7", intent["metadata"]!["order"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_trial_asks_for_a_card_and_charges_nothing_today()
    {
        var session = await StartSubscriptionAsync(("subscription_data[trial_period_days]", "14"));
        Assert.Equal(0, session["amount_total"]!.GetValue<long>());
        await _browser.OpenAsync(Text(session, "url"));
        await _browser.PayAsync("4242424242424242");

        var paid = await _server.GetAsync("checkout/sessions/" + Text(session, "id"), ("expand[0]", "subscription"));
        Assert.Equal("no_payment_required", Text(paid, "payment_status"));
        Assert.Equal("trialing", Text(paid["subscription"]!.AsObject(), "status"));
        Assert.DoesNotContain("charge.succeeded", await _server.EventTypesAsync());
    }

    private async Task<JsonObject> StartSubscriptionAsync(params (string Name, string Value)[] more)
    {
        var price = await _server.AddPriceAsync(300000, currency: "clp");
        return await _server.PostAsync(
            "checkout/sessions",
            [
                ("mode", "subscription"), ("line_items[0][price]", Text(price, "id")), ("line_items[0][quantity]", "1"),
                ("success_url", "http://shop.example/done?session={CHECKOUT_SESSION_ID}"), ("cancel_url", "http://shop.example/plans"),
                ("client_reference_id", "order-1"), ("subscription_data[metadata][account]", "acc-1"), .. more,
            ]);
    }

    private static string Text(JsonObject json, string name) => json[name]!.GetValue<string>();
}
