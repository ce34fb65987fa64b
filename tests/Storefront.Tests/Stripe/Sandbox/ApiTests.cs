using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Storefront.Tests.Stripe.Sandbox;

/// <summary>Keys, errors, idempotency, paging, expansion, and that nothing is lost by a restart.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private SandboxServer _server = null!;

    public async Task InitializeAsync() => _server = await SandboxServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(null, "You did not provide an API key")]
    [InlineData("sk_test_of_somebody_else", "Invalid API Key provided: sk_t********else")]
    public async Task A_missing_or_wrong_key_is_401(string? key, string message)
    {
        var (status, json) = await _server.TrySendAsync(HttpMethod.Get, "customers", [], apiKey: key);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.StartsWith(message, Error(json, "message"), StringComparison.Ordinal);
        Assert.Equal("invalid_request_error", Error(json, "type"));
    }

    [Theory]
    [InlineData("GET", "customers/cus_none", "", "resource_missing", 404, "id")]
    [InlineData("POST", "customers", "nickname=Ana", "parameter_unknown", 400, "nickname")]
    [InlineData("POST", "customers", "address[street]=X", "parameter_unknown", 400, "address[street]")]
    [InlineData("POST", "products", "", "parameter_missing", 400, "name")]
    [InlineData("POST", "subscriptions", "customer=cus_none&items[0][price]=price_1", "resource_missing", 404, "customer")]
    [InlineData("GET", "customers", "limit=many", "parameter_invalid_integer", 400, "limit")]
    [InlineData("GET", "customers", "limit=101", "parameter_invalid_integer", 400, "limit")]
    [InlineData("POST", "checkout/sessions", "mode=gift", null, 400, "mode")]
    [InlineData("POST", "prices", "currency=xxx&unit_amount=1&product_data[name]=A", null, 400, "currency")]
    [InlineData("POST", "prices", "currency=usd&unit_amount=-1&product_data[name]=A", "parameter_invalid_integer", 400, "unit_amount")]
    [InlineData("GET", "unicorns", "", null, 404, null)]
    public async Task Wrong_requests_are_answered_as_Stripe_does(string method, string path, string parameters, string? code, int status, string? param)
    {
        var pairs = parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])).ToArray();
        var (answered, json) = await _server.TrySendAsync(new HttpMethod(method), path, pairs);
        Assert.Equal(status, (int)answered);
        Assert.Equal(code, json["error"]!["code"]?.GetValue<string>());
        Assert.Equal(param, json["error"]!["param"]?.GetValue<string>());
        Assert.Equal("invalid_request_error", Error(json, "type"));
    }

    [Fact]
    public async Task A_refused_request_leaves_nothing_behind()
    {
        await _server.TrySendAsync(HttpMethod.Post, "prices", [("currency", "usd"), ("unit_amount", "1"), ("product_data[name]", "A"), ("colour", "red")]);
        Assert.Empty((await _server.GetAsync("products"))["data"]!.AsArray());
        Assert.Empty(await _server.EventTypesAsync());
    }

    [Fact]
    public async Task The_same_key_and_parameters_get_the_same_answer_and_make_one_object()
    {
        var first = await _server.SendAsync(HttpMethod.Post, "customers", [("email", "a@example.com")], "key-1");
        var again = await _server.SendAsync(HttpMethod.Post, "customers", [("email", "a@example.com")], "key-1");
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Single((await _server.GetAsync("customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task The_same_key_with_other_parameters_is_refused()
    {
        await _server.SendAsync(HttpMethod.Post, "customers", [("email", "a@example.com")], "key-1");
        foreach (var (path, email) in new[] { ("customers", "b@example.com"), ("products", "a@example.com") })
        {
            var (status, json) = await _server.TrySendAsync(HttpMethod.Post, path, [("email", email)], "key-1");
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal("idempotency_error", Error(json, "type"));
        }
    }

    [Fact]
    public async Task Two_requests_with_one_key_at_once_make_one_object()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            _server.SendAsync(HttpMethod.Post, "customers", [("email", "a@example.com")], "key-1")));
        Assert.Single(answers.Select(answer => answer["id"]!.GetValue<string>()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_request_that_was_refused_for_its_parameters_may_be_corrected_under_the_same_key()
    {
        await _server.TrySendAsync(HttpMethod.Post, "products", [], "key-1");
        await _server.SendAsync(HttpMethod.Post, "products", [("name", "A")], "key-1");
    }

    [Fact]
    public async Task A_declined_payment_is_402_with_its_codes_and_is_remembered_under_its_key()
    {
        var customer = await _server.AddCustomerAsync("pm_card_chargeCustomerFail");
        var subscription = await _server.SubscribeAsync(customer, await _server.AddPriceAsync(1000));
        var path = $"invoices/{subscription["latest_invoice"]!.GetValue<string>()}/pay";
        var (status, json) = await _server.TrySendAsync(HttpMethod.Post, path, [], "pay-1");
        Assert.Equal(HttpStatusCode.PaymentRequired, status);
        Assert.Equal(("card_error", "card_declined", "generic_decline"), (Error(json, "type"), Error(json, "code"), Error(json, "decline_code")));
        Assert.Equal("requires_payment_method", json["error"]!["payment_intent"]!["status"]!.GetValue<string>());

        var (_, again) = await _server.TrySendAsync(HttpMethod.Post, path, [], "pay-1");
        Assert.Equal(json.ToJsonString(), again.ToJsonString());
        Assert.Equal(2, (await _server.InvoicesAsync(subscription))[0]["attempt_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Error_if_incomplete_refuses_the_whole_subscription()
    {
        var customer = await _server.AddCustomerAsync("pm_card_chargeCustomerFail");
        var price = await _server.AddPriceAsync(1000);
        var (status, _) = await _server.TrySendAsync(
            HttpMethod.Post, "subscriptions",
            [("customer", customer["id"]!.GetValue<string>()), ("items[0][price]", price["id"]!.GetValue<string>()), ("payment_behavior", "error_if_incomplete")]);
        Assert.Equal(HttpStatusCode.PaymentRequired, status);
        Assert.Empty((await _server.GetAsync("subscriptions", ("status", "all")))["data"]!.AsArray());
        Assert.Empty((await _server.GetAsync("invoices"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Lists_page_forwards_and_backwards_by_cursor()
    {
        for (var index = 0; index < 5; index++)
        {
            await _server.PostAsync("products", ("name", index.ToString(CultureInfo.InvariantCulture)));
        }

        var first = await _server.GetAsync("products", ("limit", "2"));
        Assert.Equal(["4", "3"], Names(first));
        Assert.True(first["has_more"]!.GetValue<bool>());
        var second = await _server.GetAsync("products", ("limit", "2"), ("starting_after", LastId(first)));
        Assert.Equal(["2", "1"], Names(second));
        var third = await _server.GetAsync("products", ("limit", "2"), ("starting_after", LastId(second)));
        Assert.Equal(["0"], Names(third));
        Assert.False(third["has_more"]!.GetValue<bool>());
        var back = await _server.GetAsync("products", ("limit", "2"), ("ending_before", LastId(third)));
        Assert.Equal(["2", "1"], Names(back));
    }

    [Fact]
    public async Task Prices_are_found_by_lookup_key_which_moves_only_when_asked()
    {
        var price = await _server.AddPriceAsync(1000);
        await _server.PostAsync("prices/" + price["id"], ("lookup_key", "business_month"));
        var found = await _server.GetAsync("prices", ("lookup_keys[0]", "business_month"), ("expand[0]", "data.product"));
        Assert.Equal("Business", found["data"]![0]!["product"]!["name"]!.GetValue<string>());

        var other = await _server.AddPriceAsync(2000);
        var (status, _) = await _server.TrySendAsync(HttpMethod.Post, "prices/" + other["id"], [("lookup_key", "business_month")]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        await _server.PostAsync("prices/" + other["id"], ("lookup_key", "business_month"), ("transfer_lookup_key", "true"));
        found = await _server.GetAsync("prices", ("lookup_keys[0]", "business_month"));
        Assert.Equal(2000, Assert.Single(found["data"]!.AsArray())!["unit_amount"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("latest_invoice.nothing")]
    [InlineData("status")]
    [InlineData("a.b.c.d.e")]
    public async Task What_cannot_be_expanded_is_refused(string path)
    {
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        var (status, _) = await _server.TrySendAsync(HttpMethod.Get, "subscriptions/" + subscription["id"], [("expand[0]", path)]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Refunds_never_give_back_more_than_was_paid()
    {
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        var payments = await _server.GetAsync("invoice_payments", ("invoice", subscription["latest_invoice"]!.GetValue<string>()));
        var intent = payments["data"]![0]!["payment"]!["payment_intent"]!.GetValue<string>();
        await _server.PostAsync("refunds", ("payment_intent", intent), ("amount", "400"), ("reason", "requested_by_customer"));
        var (status, _) = await _server.TrySendAsync(HttpMethod.Post, "refunds", [("payment_intent", intent), ("amount", "601")]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var rest = await _server.PostAsync("refunds", ("payment_intent", intent), ("expand[0]", "charge"));
        Assert.Equal(600, rest["amount"]!.GetValue<long>());
        Assert.True(rest["charge"]!["refunded"]!.GetValue<bool>());
        var (again, json) = await _server.TrySendAsync(HttpMethod.Post, "refunds", [("payment_intent", intent)]);
        Assert.Equal((HttpStatusCode.BadRequest, "charge_already_refunded"), (again, Error(json, "code")));
        Assert.Equal(2, (await _server.EventTypesAsync()).Count(type => type == "charge.refunded"));
    }

    [Fact]
    public async Task A_one_off_invoice_takes_items_is_finalized_paid_or_voided()
    {
        var customer = await _server.AddCustomerAsync();
        var id = customer["id"]!.GetValue<string>();
        await _server.PostAsync("invoiceitems", ("customer", id), ("amount", "5000"), ("currency", "usd"), ("description", "Workshop"));
        var draft = await _server.PostAsync("invoices", ("customer", id), ("pending_invoice_items_behavior", "include"));
        Assert.Equal(("draft", 5000), (draft["status"]!.GetValue<string>(), draft["amount_due"]!.GetValue<long>()));
        var paid = await _server.PostAsync($"invoices/{draft["id"]}/pay");
        Assert.Equal("paid", paid["status"]!.GetValue<string>());

        var other = await _server.PostAsync("invoices", ("customer", id), ("currency", "usd"));
        await _server.PostAsync("invoiceitems", ("customer", id), ("invoice", other["id"]!.GetValue<string>()), ("amount", "100"), ("currency", "usd"));
        var open = await _server.PostAsync($"invoices/{other["id"]}/finalize");
        Assert.Equal(("open", 100), (open["status"]!.GetValue<string>(), open["amount_due"]!.GetValue<long>()));
        Assert.Equal("void", (await _server.PostAsync($"invoices/{other["id"]}/void"))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_portal_shows_card_and_invoices_and_cancels_and_keeps()
    {
        var customer = await _server.AddCustomerAsync();
        var subscription = await _server.SubscribeAsync(customer, await _server.AddPriceAsync(300000, currency: "clp"));
        var session = await _server.PostAsync(
            "billing_portal/sessions", ("customer", customer["id"]!.GetValue<string>()), ("return_url", "http://shop.example/account"), ("locale", "pt-BR"));
        var browser = new HostedPageBrowser(_server);
        await browser.OpenAsync(session["url"]!.GetValue<string>());
        Assert.Contains("4242", browser.Text, StringComparison.Ordinal);
        Assert.Contains("300.000 CLP", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Renova em", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(".subscription form");
        Assert.True((await _server.GetAsync("subscriptions/" + subscription["id"]))["cancel_at_period_end"]!.GetValue<bool>());
        await browser.FollowAsync();
        Assert.Contains("Termina em", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(".subscription form");
        Assert.False((await _server.GetAsync("subscriptions/" + subscription["id"]))["cancel_at_period_end"]!.GetValue<bool>());

        await browser.FollowAsync();
        await browser.PayAsync("4000000000000002");
        Assert.Contains("recusado", browser.Alert, StringComparison.Ordinal);
        await browser.PayAsync("5555555555554444");
        var changed = await _server.GetAsync("subscriptions/" + subscription["id"], ("expand[0]", "default_payment_method"));
        Assert.Equal("4444", changed["default_payment_method"]!["card"]!["last4"]!.GetValue<string>());
    }

    [Fact]
    public async Task Everything_survives_a_restart()
    {
        var database = _server.Options.DatabasePath;
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000));
        var before = await _server.SendAsync(HttpMethod.Post, "customers", [("email", "z@example.com")], "key-z");
        _server.KeepsDatabase = true;
        await _server.DisposeAsync();
        _server = await SandboxServer.StartAsync(database);

        var again = await _server.SendAsync(HttpMethod.Post, "customers", [("email", "z@example.com")], "key-z");
        Assert.Equal(before.ToJsonString(), again.ToJsonString());
        await _server.MoveToAsync(SandboxServer.Start.AddDays(29));
        Assert.Equal(2, (await _server.InvoicesAsync(subscription)).Count);
    }

    private static string? Error(JsonObject json, string name) => json["error"]![name]?.GetValue<string>();

    private static IEnumerable<string> Names(JsonObject list) => list["data"]!.AsArray().Select(node => node!["name"]!.GetValue<string>());

    private static string LastId(JsonObject list) => list["data"]!.AsArray()[^1]!["id"]!.GetValue<string>();
}
