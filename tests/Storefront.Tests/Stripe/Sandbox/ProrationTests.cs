using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Billing;

namespace Storefront.Tests.Stripe.Sandbox;

/// <summary>Changes in mid-period, and that a preview shows what is then invoiced.</summary>
public sealed class ProrationTests : IAsyncLifetime
{
    /// <summary>A month of 30 days, so that the 16th at midnight is half-way.</summary>
    private static readonly DateTimeOffset s_june = new(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private SandboxServer _server = null!;

    public async Task InitializeAsync() => _server = await SandboxServer.StartAsync(start: s_june);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Half_way_from_10_to_20_USD_credits_5_and_charges_10()
    {
        // Stripe's own example of a proration; a renewal after it comes to 25 USD.
        var (subscription, item) = await SubscribeAsync(1000);
        var dearer = await _server.AddPriceAsync(2000);
        await _server.MoveToAsync(s_june.AddDays(15));
        await UpdateAsync(subscription, item, dearer);

        var pending = await PendingAsync(subscription);
        Assert.Equal([1000, -500], pending.Select(line => line["amount"]!.GetValue<long>()));
        Assert.All(pending, line => Assert.True(line["proration"]!.GetValue<bool>()));
        await _server.MoveToAsync(s_june.AddMonths(1).AddHours(1));
        var renewal = (await _server.InvoicesAsync(subscription))[0];
        Assert.Equal(2500, renewal["amount_paid"]!.GetValue<long>());
        Assert.Equal([2000, -500, 1000], Amounts(renewal));
    }

    [Fact]
    public async Task Always_invoice_charges_the_difference_at_once()
    {
        var (subscription, item) = await SubscribeAsync(1000);
        await _server.MoveToAsync(s_june.AddDays(15));
        await UpdateAsync(subscription, item, await _server.AddPriceAsync(2000), ("proration_behavior", "always_invoice"));

        var invoice = (await _server.InvoicesAsync(subscription))[0];
        Assert.Equal("subscription_update", Text(invoice, "billing_reason"));
        Assert.Equal("paid", Text(invoice, "status"));
        Assert.Equal([-500, 1000], Amounts(invoice));
    }

    [Fact]
    public async Task No_proration_changes_only_the_next_renewal()
    {
        var (subscription, item) = await SubscribeAsync(1000);
        await _server.MoveToAsync(s_june.AddDays(15));
        await UpdateAsync(subscription, item, await _server.AddPriceAsync(500), ("proration_behavior", "none"));

        Assert.Empty(await PendingAsync(subscription));
        await _server.MoveToAsync(s_june.AddMonths(1).AddHours(1));
        Assert.Equal([500], Amounts((await _server.InvoicesAsync(subscription))[0]));
    }

    [Fact]
    public async Task A_credit_follows_what_was_billed_and_not_an_upgrade_that_was_given_free()
    {
        var (subscription, item) = await SubscribeAsync(1000);
        var dearer = await _server.AddPriceAsync(2000);
        await UpdateAsync(subscription, item, dearer, ("proration_behavior", "none"));
        await _server.MoveToAsync(s_june.AddDays(15));
        await UpdateAsync(subscription, item, await _server.AddPriceAsync(500));

        Assert.Equal([250, -500], (await PendingAsync(subscription)).Select(line => line["amount"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Amounts_without_decimals_are_rounded_to_whole_pesos()
    {
        var (subscription, item) = await SubscribeAsync(100000, "clp");
        await _server.MoveToAsync(s_june.AddDays(20).AddSeconds(1));
        await UpdateAsync(subscription, item, await _server.AddPriceAsync(200000, currency: "clp"));

        // 863 999 of 2 592 000 seconds are left: 33 333.29… and 66 666.58… pesos.
        Assert.Equal([66667, -33333], (await PendingAsync(subscription)).Select(line => line["amount"]!.GetValue<long>()));
    }

    [Theory]
    [InlineData(1000, 0, 1000)]
    [InlineData(1000, 15, 500)]
    [InlineData(1, 15, 1)]
    [InlineData(-1, 15, -1)]
    [InlineData(1000, 30, 0)]
    public void A_share_is_by_the_second_and_rounded_half_away_from_zero(long amount, int daysUsed, long expected) =>
        Assert.Equal(expected, Prorations.Share(amount, daysUsed * 86400, 0, 30 * 86400));

    [Fact]
    public async Task Another_quantity_is_prorated_like_another_price()
    {
        var (subscription, item) = await SubscribeAsync(1000);
        await _server.MoveToAsync(s_june.AddDays(15));
        await _server.PostAsync("subscription_items/" + item, ("quantity", "3"));
        Assert.Equal([1500, -500], (await PendingAsync(subscription)).Select(line => line["amount"]!.GetValue<long>()));
    }

    [Fact]
    public async Task From_month_to_year_a_new_period_begins_and_is_billed_less_the_unused_time()
    {
        var (subscription, item) = await SubscribeAsync(1000);
        await _server.MoveToAsync(s_june.AddDays(15));
        var changed = await UpdateAsync(subscription, item, await _server.AddPriceAsync(10800, "year"));

        Assert.Equal(s_june.AddDays(15).ToUnixTimeSeconds(), changed["billing_cycle_anchor"]!.GetValue<long>());
        Assert.Equal(s_june.AddDays(15).AddYears(1).ToUnixTimeSeconds(), changed["items"]!["data"]![0]!["current_period_end"]!.GetValue<long>());
        Assert.Equal([10800, -500], Amounts((await _server.InvoicesAsync(subscription))[0]));
    }

    [Fact]
    public async Task An_anchor_set_to_now_begins_a_full_period()
    {
        var (subscription, _) = await SubscribeAsync(1000);
        await _server.MoveToAsync(s_june.AddDays(15));
        await _server.PostAsync("subscriptions/" + Text(subscription, "id"), ("billing_cycle_anchor[type]", "now"));
        Assert.Equal([1000, -500], Amounts((await _server.InvoicesAsync(subscription))[0]));
        Assert.Equal(s_june.AddDays(15).AddMonths(1), await _server.Stripe.NextDueAsync());
    }

    [Fact]
    public async Task A_trial_set_on_a_running_subscription_puts_the_next_billing_off_to_its_end()
    {
        var (subscription, _) = await SubscribeAsync(1000);
        var end = s_june.AddMonths(3).AddDays(9);
        await _server.PostAsync(
            "subscriptions/" + Text(subscription, "id"), ("proration_behavior", "none"),
            ("trial_end", end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        await _server.MoveToAsync(end.AddHours(1));
        var invoices = await _server.InvoicesAsync(subscription);
        Assert.Equal(2, invoices.Count);
        Assert.Equal(end.ToUnixTimeSeconds(), invoices[0]["lines"]!["data"]![0]!["period"]!["start"]!.GetValue<long>());
    }

    [Fact]
    public async Task Items_that_wait_when_a_subscription_ends_are_billed_at_that_end()
    {
        var (subscription, _) = await SubscribeAsync(1000);
        await AddItemAsync(subscription, 700, "usd");
        await _server.PostAsync("subscriptions/" + Text(subscription, "id"), ("cancel_at_period_end", "true"));
        var preview = await _server.PostAsync("invoices/create_preview", ("subscription", Text(subscription, "id")));
        await _server.MoveToAsync(s_june.AddMonths(1).AddHours(1));
        var last = (await _server.InvoicesAsync(subscription))[0];
        Assert.Equal(("paid", 700), (Text(last, "status"), last["amount_paid"]!.GetValue<long>()));
        Assert.Equal(700, preview["amount_due"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("usd", "year")]
    [InlineData("clp", "month")]
    public async Task Items_of_another_interval_or_currency_are_refused(string currency, string interval)
    {
        var (subscription, _) = await SubscribeAsync(1000);
        var other = await _server.AddPriceAsync(1000, interval, currency);
        var (status, _) = await _server.TrySendAsync(
            HttpMethod.Post, "subscription_items", [("subscription", Text(subscription, "id")), ("price", Text(other, "id"))]);
        Assert.Equal(400, (int)status);
        Assert.Single((await _server.GetAsync("subscription_items", ("subscription", Text(subscription, "id"))))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_downgrade_invoiced_at_once_becomes_credit_that_the_next_invoice_uses()
    {
        var (subscription, item) = await SubscribeAsync(2000);
        await _server.MoveToAsync(s_june.AddDays(15));
        await UpdateAsync(subscription, item, await _server.AddPriceAsync(1000), ("proration_behavior", "always_invoice"));
        var customer = await _server.GetAsync("customers/" + Text(subscription, "customer"));
        Assert.Equal(-500, customer["balance"]!.GetValue<long>());

        await _server.MoveToAsync(s_june.AddMonths(1).AddHours(1));
        var renewal = (await _server.InvoicesAsync(subscription))[0];
        Assert.Equal((1000, 500), (renewal["total"]!.GetValue<long>(), renewal["amount_paid"]!.GetValue<long>()));
        Assert.Equal(0, (await _server.GetAsync("customers/" + Text(subscription, "customer")))["balance"]!.GetValue<long>());
    }

    [Fact]
    public async Task Waiting_items_of_a_yearly_subscription_are_invoiced_monthly_where_asked()
    {
        var price = await _server.AddPriceAsync(100000, "year");
        var subscription = await _server.SubscribeAsync(
            await _server.AddCustomerAsync(), price, ("pending_invoice_item_interval[interval]", "month"));
        Assert.Equal(s_june.AddMonths(1).ToUnixTimeSeconds(), subscription["next_pending_invoice_item_invoice"]!.GetValue<long>());
        await _server.MoveToAsync(s_june.AddMonths(1).AddDays(3));
        await AddItemAsync(subscription, 4500, "usd");
        var preview = await _server.PostAsync("invoices/create_preview", ("subscription", Text(subscription, "id")));
        await _server.MoveToAsync(s_june.AddMonths(2).AddHours(1));

        var invoices = await _server.InvoicesAsync(subscription);
        Assert.Equal(2, invoices.Count);
        Assert.Equal("automatic_pending_invoice_item_invoice", Text(invoices[0], "billing_reason"));
        Assert.Equal("paid", Text(invoices[0], "status"));
        AssertSame(preview, invoices[0]);
    }

    [Theory]
    [InlineData("create_prorations")]
    [InlineData("always_invoice")]
    [InlineData("none")]
    public async Task A_preview_shows_what_is_then_invoiced_and_changes_nothing(string behavior)
    {
        var (subscription, item) = await SubscribeAsync(77777, "clp");
        var dearer = await _server.AddPriceAsync(133333, currency: "clp");
        await AddItemAsync(subscription, 1234, "clp");
        await _server.MoveToAsync(s_june.AddDays(11).AddHours(7).AddSeconds(13));
        var before = (await _server.GetAsync("subscriptions/" + Text(subscription, "id"))).ToJsonString();
        var eventsBefore = (await _server.EventTypesAsync()).Count;
        var preview = await _server.PostAsync(
            "invoices/create_preview", ("subscription", Text(subscription, "id")),
            ("subscription_details[items][0][id]", item), ("subscription_details[items][0][price]", Text(dearer, "id")),
            ("subscription_details[proration_behavior]", behavior));
        Assert.Equal(before, (await _server.GetAsync("subscriptions/" + Text(subscription, "id"))).ToJsonString());
        Assert.Equal(eventsBefore, (await _server.EventTypesAsync()).Count);

        await UpdateAsync(subscription, item, dearer, ("proration_behavior", behavior));
        if (behavior != "always_invoice")
        {
            await _server.MoveToAsync(s_june.AddMonths(1).AddHours(1));
        }

        AssertSame(preview, (await _server.InvoicesAsync(subscription))[0]);
    }

    [Fact]
    public async Task A_preview_takes_items_that_are_not_there_yet()
    {
        var (subscription, _) = await SubscribeAsync(1000);
        var preview = await _server.PostAsync(
            "invoices/create_preview", ("subscription", Text(subscription, "id")), ("invoice_items[0][amount]", "-300"),
            ("invoice_items[0][currency]", "usd"), ("invoice_items[0][description]", "Credit"));
        Assert.Equal([1000, -300], Amounts(preview));
        Assert.Equal(700, preview["amount_due"]!.GetValue<long>());
        Assert.Empty(await PendingAsync(subscription));
    }

    [Fact]
    public async Task A_first_invoice_can_be_previewed_without_a_subscription()
    {
        var customer = await _server.AddCustomerAsync();
        var price = await _server.AddPriceAsync(1000);
        var preview = await _server.PostAsync(
            "invoices/create_preview", ("customer", Text(customer, "id")), ("subscription_details[items][0][price]", Text(price, "id")));
        AssertSame(preview, (await _server.InvoicesAsync(await _server.SubscribeAsync(customer, price)))[0]);
    }

    [Fact]
    public async Task A_subscription_that_ends_has_no_next_invoice_to_preview()
    {
        var (subscription, _) = await SubscribeAsync(1000);
        await _server.PostAsync("subscriptions/" + Text(subscription, "id"), ("cancel_at_period_end", "true"));
        var (status, json) = await _server.TrySendAsync(HttpMethod.Post, "invoices/create_preview", [("subscription", Text(subscription, "id"))]);
        Assert.Equal(404, (int)status);
        Assert.Equal("invoice_upcoming_none", json["error"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Taxes_come_on_top_of_each_line_rounded_once()
    {
        var rate = await _server.PostAsync("tax_rates", ("display_name", "IVA"), ("percentage", "19"), ("inclusive", "false"));
        var subscription = await _server.SubscribeAsync(
            await _server.AddCustomerAsync(), await _server.AddPriceAsync(33333, currency: "clp"), ("default_tax_rates[0]", Text(rate, "id")));
        await AddItemAsync(subscription, 450, "clp");
        await _server.MoveToAsync(s_june.AddMonths(1).AddHours(1));

        // 19 % of 33 333 is 6 333.27, of 450 is 85.5.
        var renewal = (await _server.InvoicesAsync(subscription))[0];
        Assert.Equal((33783, 33783 + 6333 + 86), (renewal["subtotal"]!.GetValue<long>(), renewal["total"]!.GetValue<long>()));
        Assert.Equal(33783, renewal["total_excluding_tax"]!.GetValue<long>());
        Assert.Equal(6419, renewal["total_taxes"]![0]!["amount"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("create_prorations", 500)]
    [InlineData("none", 0)]
    public async Task An_anchor_in_the_future_makes_a_first_part_period(string behavior, long expected)
    {
        var anchor = s_june.AddDays(15).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var subscription = await _server.SubscribeAsync(
            await _server.AddCustomerAsync(), await _server.AddPriceAsync(1000), ("billing_cycle_anchor", anchor), ("proration_behavior", behavior));
        Assert.Equal("active", Text(subscription, "status"));

        // From 1 to 16 June: 15 of the 31 days from 16 May to 16 June.
        Assert.Equal(expected == 0 ? 0 : 484, (await _server.InvoicesAsync(subscription)).Sum(invoice => invoice["amount_paid"]!.GetValue<long>()));
        await _server.MoveToAsync(s_june.AddDays(15).AddHours(1));
        Assert.Equal(1000, (await _server.InvoicesAsync(subscription))[0]["amount_paid"]!.GetValue<long>());
    }

    [Fact]
    public async Task Cancelling_now_can_give_back_the_unused_time()
    {
        var (subscription, _) = await SubscribeAsync(1000);
        await _server.MoveToAsync(s_june.AddDays(15));
        var ended = await _server.DeleteAsync("subscriptions/" + Text(subscription, "id"), ("prorate", "true"), ("invoice_now", "true"));
        Assert.Equal("canceled", Text(ended, "status"));
        Assert.Equal(-500, (await _server.GetAsync("customers/" + Text(subscription, "customer")))["balance"]!.GetValue<long>());
    }

    private async Task<(JsonObject Subscription, string Item)> SubscribeAsync(long amount, string currency = "usd")
    {
        var subscription = await _server.SubscribeAsync(await _server.AddCustomerAsync(), await _server.AddPriceAsync(amount, currency: currency));
        return (subscription, subscription["items"]!["data"]![0]!["id"]!.GetValue<string>());
    }

    private Task<JsonObject> UpdateAsync(JsonObject subscription, string item, JsonObject price, params (string, string)[] more) => _server.PostAsync(
        "subscriptions/" + Text(subscription, "id"), [("items[0][id]", item), ("items[0][price]", Text(price, "id")), .. more]);

    private Task<JsonObject> AddItemAsync(JsonObject subscription, long amount, string currency) => _server.PostAsync(
        "invoiceitems", ("customer", Text(subscription, "customer")), ("subscription", Text(subscription, "id")),
        ("amount", amount.ToString(CultureInfo.InvariantCulture)), ("currency", currency), ("description", "Upgrade"));

    private async Task<IReadOnlyList<JsonObject>> PendingAsync(JsonObject subscription) =>
    [
        .. (await _server.GetAsync("invoiceitems", ("customer", Text(subscription, "customer")), ("pending", "true")))["data"]!.AsArray()
            .Select(node => node!.AsObject()),
    ];

    private static IEnumerable<long> Amounts(JsonObject invoice) =>
        invoice["lines"]!["data"]!.AsArray().Select(line => line!["amount"]!.GetValue<long>());

    private static void AssertSame(JsonObject preview, JsonObject invoice)
    {
        Assert.Equal(Lines(invoice), Lines(preview));
        foreach (var name in new[] { "subtotal", "total", "currency", "period_start", "period_end" })
        {
            Assert.Equal(invoice[name]!.ToString(), preview[name]!.ToString());
        }

        Assert.Equal(invoice["amount_paid"]!.ToString(), preview["amount_due"]!.ToString());
    }

    private static IEnumerable<string> Lines(JsonObject invoice) => invoice["lines"]!["data"]!.AsArray()
        .Select(line => $"{line!["description"]}: {line["amount"]}, {line["quantity"]}, {line["period"]!["start"]}–{line["period"]!["end"]}");

    private static string Text(JsonObject json, string name) => json[name]!.GetValue<string>();
}
