using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>
/// Stripe's proration by the second: a change in mid-period gives back the unused share of what the item was billed at
/// and charges the same share at its new terms. Each amount is rounded by itself, half away from zero.
/// </summary>
internal sealed class Prorations(Workspace work)
{
    /// <summary>The share of an amount that belongs to the time from an instant to the end of a period.</summary>
    public static long Share(long amount, long from, long start, long end) => end <= start
        ? 0
        : (long)Math.Round((decimal)amount * (end - from) / (end - start), MidpointRounding.AwayFromZero);

    /// <summary>What a full period of an item costs at its present terms.</summary>
    public static long FullAmount(JsonObject item) =>
        (item.Object("price").NumberOrNull("unit_amount") ?? 0) * item.Number("quantity");

    /// <summary>Gives back the unused time of an item, as an item that waits for the next invoice.</summary>
    public void Credit(JsonObject subscription, JsonObject item, long at)
    {
        // In flexible mode the credit follows what was really billed; in classic mode the present price.
        var billed = subscription.Object("billing_mode").Text("type") == "flexible"
            ? item.NumberOrNull("_billed") ?? 0
            : FullAmount(item);
        if (billed != 0)
        {
            Add(subscription, item, at, -Share(billed, at, Start(item), End(item)), "Unused time on");
        }
    }

    /// <summary>Charges the rest of the period at the item's present terms.</summary>
    public void Debit(JsonObject subscription, JsonObject item, long at)
    {
        var full = FullAmount(item);
        if (full != 0)
        {
            Add(subscription, item, at, Share(full, at, Start(item), End(item)), "Remaining time on");
        }

        item["_billed"] = full;
    }

    private void Add(JsonObject subscription, JsonObject item, long at, long amount, string words)
    {
        var price = item.Object("price");
        var quantity = item.Number("quantity");
        var date = DateTimeOffset.FromUnixTimeSeconds(at).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        var product = work.Drafting.Lines.ProductName(price);
        var json = InvoiceItems.New(work, subscription.Text("customer"), amount, price.Text("currency"), subscription);
        json["description"] = $"{words} {(quantity == 1 ? "" : $"{quantity} × ")}{product} after {date}";
        json["discountable"] = false;
        json["period"] = new JsonObject { ["end"] = End(item), ["start"] = at };
        json["pricing"] = InvoiceLines.PricingOf(price, price.NumberOrNull("unit_amount") ?? 0);
        json["proration"] = true;
        json["proration_details"] = new JsonObject { ["credited_items"] = null, ["discount_amounts"] = new JsonArray() };
        json["quantity"] = quantity;
        json["quantity_decimal"] = quantity.ToString(CultureInfo.InvariantCulture);
        json["parent"]!["subscription_details"]!["subscription_item"] = item.Text("id");
        json["_subscription_item"] = item.Text("id");
        json["tax_rates"] = item["tax_rates"]?.DeepClone() ?? new JsonArray();
        InvoiceItems.Add(work, json);
    }

    private static long Start(JsonObject item) => item.Number("current_period_start");

    private static long End(JsonObject item) => item.Number("current_period_end");
}
