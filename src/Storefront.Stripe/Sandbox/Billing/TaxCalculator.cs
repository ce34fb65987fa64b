using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Works out the taxes of one amount from tax rates; each is rounded once, half away from zero.</summary>
internal sealed class TaxCalculator(Workspace work)
{
    public JsonArray TaxesOf(long amount, IEnumerable<string> rates) => rates.Select(id =>
    {
        var rate = work.Require("tax_rate", id, "tax_rates");
        var inclusive = rate.Flag("inclusive");
        var percentage = rate["percentage"]!.GetValue<decimal>();
        var tax = inclusive ? amount - (amount / (1 + (percentage / 100))) : amount * percentage / 100;
        var rounded = (long)Math.Round(tax, MidpointRounding.AwayFromZero);
        return new JsonObject
        {
            ["amount"] = rounded,
            ["tax_behavior"] = inclusive ? "inclusive" : "exclusive",
            ["tax_rate_details"] = new JsonObject { ["tax_rate"] = id },
            ["taxability_reason"] = "standard_rated",
            ["taxable_amount"] = inclusive ? amount - rounded : amount,
            ["type"] = "tax_rate_details",
        };
    }).ToJsonArray();

    /// <summary>The taxes that come on top of the amounts of some lines.</summary>
    public static long Added(IEnumerable<JsonObject> taxes) =>
        taxes.Where(tax => tax.Text("tax_behavior") == "exclusive").Sum(tax => tax.Number("amount"));

    public static long All(IEnumerable<JsonObject> taxes) => taxes.Sum(tax => tax.Number("amount"));

    public static long Included(IEnumerable<JsonObject> taxes) => All(taxes) - Added(taxes);

    /// <summary>Sums the taxes of lines by rate, as an invoice shows them.</summary>
    public static JsonArray Totals(IEnumerable<JsonObject> taxes) => taxes
        .GroupBy(tax => tax.Object("tax_rate_details").Text("tax_rate"), StringComparer.Ordinal)
        .Select(group =>
        {
            var total = group.First().Copy();
            total["amount"] = group.Sum(tax => tax.Number("amount"));
            total["taxable_amount"] = group.Sum(tax => tax.Number("taxable_amount"));
            return total;
        }).ToJsonArray();
}
