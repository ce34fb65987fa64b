using System.Globalization;
using Storefront.Stripe;
using Storefront.Stripe.Checkout;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Prices;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Tests.Stripe.Client;

public sealed class FormEncoderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(-3));

    [Fact]
    public void Nested_options_and_lists_have_keys_in_brackets_and_indexes() => Assert.Equal(
        [
            "line_items[0][price_data][currency]=clp",
            "line_items[0][price_data][recurring][interval]=year",
            "line_items[0][price_data][unit_amount]=3240000",
            "line_items[0][quantity]=1",
            "line_items[1][price]=price_1",
            "mode=subscription",
            "subscription_data[metadata][order]=7",
            "expand[0]=subscription",
            "expand[1]=invoice",
        ],
        Lines(new SessionCreateOptions
        {
            Mode = "subscription",
            LineItems =
            [
                new()
                {
                    Quantity = 1,
                    PriceData = new() { Currency = "clp", UnitAmount = 3_240_000, Recurring = new() { Interval = "year" } },
                },
                new() { Price = "price_1" },
            ],
            SubscriptionData = new() { Metadata = new() { ["order"] = "7" } },
            Expand = ["subscription", "invoice"],
        }));

    [Fact]
    public void What_is_null_is_not_sent() => Assert.Empty(Lines(new CustomerUpdateOptions { Address = new AddressOptions() }));

    [Fact]
    public void An_empty_string_an_empty_list_and_a_null_in_a_dictionary_unset()
    {
        var options = new SubscriptionUpdateOptions { Description = "", DefaultTaxRates = [], Metadata = new() { ["order"] = null } };
        options.AddExtraParam("pause_collection", "");
        options.AddExtraParam("cancel_at", null);
        Assert.Equal(["default_tax_rates=", "description=", "metadata[order]=", "pause_collection=", "cancel_at="], Lines(options));
    }

    [Fact]
    public void Instants_are_seconds_since_1970() => Assert.Equal(
        [$"cancel_at={Noon.ToUnixTimeSeconds()}", "trial_end=now"],
        Lines(new SubscriptionUpdateOptions { CancelAt = Noon, TrialEnd = SubscriptionTrialEnd.Now }));

    [Fact]
    public void A_range_of_instants_has_its_bounds_by_name() => Assert.Equal(
        ["created[gte]=1795359600", "created[lt]=1795359601", "subscription=sub_1"],
        Lines(new InvoiceListOptions { Subscription = "sub_1", Created = new DateRangeOptions { GreaterThanOrEqual = Noon, LessThan = Noon.AddSeconds(1) } }));

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-CL");
            Assert.Equal(
                ["amount=-250000", "price_data[unit_amount_decimal]=1234.5"],
                Lines(new InvoiceItemCreateOptions { Amount = -250_000, PriceData = new() { UnitAmountDecimal = 1234.5m } }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Flags_are_lower_case() => Assert.Equal(["active=false"], Lines(new PriceUpdateOptions { Active = false }));

    [Theory]
    [InlineData("Ñandú & Cía. = 100% + [más] 😀\r\n")]
    [InlineData("a+b c%20d#e?f")]
    public void Any_text_arrives_as_it_was(string text)
    {
        var form = FormEncoder.ToForm(FormEncoder.Encode(new CustomerCreateOptions { Name = text }));
        Assert.True(form.All(char.IsAscii));
        Assert.DoesNotContain(form[5..], character => character is '&' or '=' or '+' or ' ' or '#');
        Assert.Equal(text, Uri.UnescapeDataString(form[5..]));
    }

    [Fact]
    public void An_unknown_kind_of_value_is_refused_and_named()
    {
        var options = new CustomerCreateOptions();
        options.AddExtraParam("balance", 1.5);
        Assert.Contains("balance", Assert.Throws<ArgumentException>(() => FormEncoder.Encode(options)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(BaseOptions options) => FormEncoder.Encode(options).Select(pair => $"{pair.Key}={pair.Value}");
}
