using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Makes the lines of invoices.</summary>
internal sealed class InvoiceLines(Workspace work)
{
    /// <summary>A line for one period of a subscription item.</summary>
    public JsonObject ForPeriod(JsonObject subscription, JsonObject item, long amount, long start, long end, bool isTrial = false)
    {
        var price = item.Object("price");
        var quantity = item.Number("quantity");
        var product = ProductName(price);
        var unit = price.NumberOrNull("unit_amount") ?? 0;
        var line = New(
            amount, price.Text("currency"), start, end, quantity,
            isTrial ? $"Trial period for {product}" : $"{quantity} × {product} (at {Plain(unit, price)} / {EveryOf(price)})");
        line["parent"] = new JsonObject
        {
            ["invoice_item_details"] = null,
            ["subscription_item_details"] = new JsonObject
            {
                ["invoice_item"] = null,
                ["proration"] = false,
                ["proration_details"] = new JsonObject { ["credited_items"] = null },
                ["subscription"] = subscription.Text("id"),
                ["subscription_item"] = item.Text("id"),
            },
            ["type"] = "subscription_item_details",
        };
        line["pricing"] = PricingOf(price, isTrial ? 0 : unit);
        line["subscription"] = subscription.Text("id");
        line["metadata"] = subscription["metadata"]?.DeepClone() ?? new JsonObject();
        line["taxes"] = work.Taxes.TaxesOf(amount, RatesOf(item, subscription));
        return line;
    }

    /// <summary>A line for an invoice item, which thereby stops being pending.</summary>
    public JsonObject ForItem(JsonObject item, IEnumerable<string> defaultRates)
    {
        var amount = item.Number("amount");
        var period = item.Object("period");
        var subscription = item.TextOrNull("_subscription");
        var line = New(
            amount, item.Text("currency"), period.Number("start"), period.Number("end"), item.Number("quantity"),
            item.TextOrNull("description"));
        var details = new JsonObject
        {
            ["invoice_item"] = item.Text("id"),
            ["proration"] = item.Flag("proration"),
            ["proration_details"] = new JsonObject { ["credited_items"] = null },
            ["subscription"] = subscription,
        };
        var subscriptionItem = item.TextOrNull("_subscription_item");
        if (subscriptionItem is not null)
        {
            details["subscription_item"] = subscriptionItem;
        }

        line["parent"] = new JsonObject
        {
            ["invoice_item_details"] = subscriptionItem is null ? details : null,
            ["subscription_item_details"] = subscriptionItem is null ? null : details,
            ["type"] = subscriptionItem is null ? "invoice_item_details" : "subscription_item_details",
        };
        line["pricing"] = item["pricing"]?.DeepClone();
        line["subscription"] = subscription;
        line["discountable"] = item.Flag("discountable");
        line["metadata"] = item["metadata"]?.DeepClone() ?? new JsonObject();
        var own = item.Elements("tax_rates").Select(rate => rate.Text("id")).ToList();
        line["taxes"] = work.Taxes.TaxesOf(amount, own.Count > 0 ? own : defaultRates);
        return line;
    }

    public static IReadOnlyList<string> RatesOf(JsonObject item, JsonObject subscription)
    {
        var own = item.Elements("tax_rates").Select(rate => rate.Text("id")).ToList();
        return own.Count > 0 ? own : [.. subscription.Elements("default_tax_rates").Select(rate => rate.Text("id"))];
    }

    public string ProductName(JsonObject price) =>
        work.Store.Find("product", price.Text("product"))?.TextOrNull("name") ?? price.Text("product");

    public static JsonObject PricingOf(JsonObject price, long unitAmount) => new()
    {
        ["price_details"] = new JsonObject { ["price"] = price.Text("id"), ["product"] = price.Text("product") },
        ["type"] = "price_details",
        ["unit_amount_decimal"] = unitAmount.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject New(long amount, string currency, long start, long end, long quantity, string? description) => new()
    {
        ["id"] = Identifiers.New("il"),
        ["object"] = "line_item",
        ["amount"] = amount,
        ["currency"] = currency,
        ["description"] = description,
        ["discount_amounts"] = new JsonArray(),
        ["discountable"] = true,
        ["discounts"] = new JsonArray(),
        ["invoice"] = null,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["parent"] = null,
        ["period"] = new JsonObject { ["end"] = end, ["start"] = start },
        ["pretax_credit_amounts"] = new JsonArray(),
        ["pricing"] = null,
        ["quantity"] = quantity,
        ["quantity_decimal"] = quantity.ToString(CultureInfo.InvariantCulture),
        ["subscription"] = null,
        ["subtotal"] = amount,
        ["taxes"] = new JsonArray(),
    };

    private static string Plain(long amount, JsonObject price) =>
        Currencies.Format(amount, price.Text("currency"), CultureInfo.InvariantCulture);

    private static string EveryOf(JsonObject price)
    {
        var (interval, count) = Recurrence.Of(price);
        return count == 1 ? interval : $"every {count} {interval}s";
    }
}
