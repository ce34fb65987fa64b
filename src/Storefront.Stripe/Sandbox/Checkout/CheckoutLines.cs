using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Resources;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Checkout;

/// <summary>The line items of a checkout session and what they come to.</summary>
internal static class CheckoutLines
{
    public static IReadOnlyList<JsonObject> From(Workspace work, Parameters parameters, bool isSubscription)
    {
        var lines = parameters.Parts("line_items").Select(line => From(work, line)).ToList();
        if (lines.Count == 0)
        {
            throw parameters.Missing("line_items");
        }

        if (lines.Select(line => line.Text("currency")).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw parameters.Invalid("line_items", "All line items must be in one currency.");
        }

        var recurring = lines.Where(line => line.Object("price").ObjectOrNull("recurring") is not null).ToList();
        if (isSubscription && recurring.Count == 0)
        {
            throw parameters.Invalid("mode", "You must provide at least one recurring price in `subscription` mode when using prices.");
        }

        if (!isSubscription && recurring.Count > 0)
        {
            throw parameters.Invalid("mode", "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.");
        }

        return recurring.Select(line => Recurrence.Of(line.Object("price"))).Distinct().Count() > 1
            ? throw parameters.Invalid("line_items", "Checkout does not support multiple prices with different billing intervals.")
            : lines;
    }

    /// <summary>Sets taxes and totals; rates of a line win over those of the whole.</summary>
    public static void Tax(Workspace work, IReadOnlyList<JsonObject> lines, IEnumerable<string> defaultRates)
    {
        var defaults = defaultRates.ToList();
        foreach (var line in lines)
        {
            var own = line.Texts("_tax_rates").ToList();
            SetTotals(work, line, line.Number("amount_subtotal"), own.Count > 0 ? own : defaults);
        }
    }

    /// <summary>What of the lines is due when the subscription begins: nothing recurring in a trial, a share before an anchor.</summary>
    public static IReadOnlyList<JsonObject> DueNow(Workspace work, IReadOnlyList<JsonObject> lines, JsonObject subscriptionData)
    {
        var defaults = subscriptionData.Texts("default_tax_rates").ToList();
        var isTrial = subscriptionData.NumberOrNull("trial_end") > work.Now || subscriptionData.NumberOrNull("trial_period_days") > 0;
        var anchor = subscriptionData.NumberOrNull("billing_cycle_anchor");
        return [.. lines.Select(line =>
        {
            var price = line.Object("price");
            if (price.ObjectOrNull("recurring") is null || (!isTrial && anchor is null))
            {
                return line;
            }

            var due = line.Copy();
            var amount = isTrial || subscriptionData.TextOrNull("proration_behavior") == "none"
                ? 0
                : Prorations.Share(line.Number("amount_subtotal"), work.Now, Recurrence.Of(price).Step(anchor!.Value, -1), anchor.Value);
            var own = line.Texts("_tax_rates").ToList();
            SetTotals(work, due, amount, own.Count > 0 ? own : defaults);
            return due;
        })];
    }

    private static void SetTotals(Workspace work, JsonObject line, long amount, IReadOnlyList<string> rates)
    {
        var taxes = work.Taxes.TaxesOf(amount, rates).OfType<JsonObject>().ToList();
        line["amount_subtotal"] = amount;
        line["amount_tax"] = TaxCalculator.All(taxes);
        line["amount_total"] = amount + TaxCalculator.Added(taxes);
    }

    private static JsonObject From(Workspace work, Parameters parameters)
    {
        var price = PriceResource.From(work, parameters) ?? throw parameters.Missing("price");
        var quantity = parameters.NotNegative("quantity") ?? throw parameters.Missing("quantity");
        var amount = (price.NumberOrNull("unit_amount") ?? 0) * quantity;
        var product = work.Require("product", price.Text("product"));
        return new JsonObject
        {
            ["id"] = Identifiers.New("li"),
            ["object"] = "item",
            ["adjustable_quantity"] = null,
            ["amount_discount"] = 0,
            ["amount_subtotal"] = amount,
            ["amount_tax"] = 0,
            ["amount_total"] = amount,
            ["currency"] = price.Text("currency"),
            ["description"] = product.Text("name"),
            ["metadata"] = parameters.Metadata(),
            ["price"] = price.Shown(),
            ["quantity"] = quantity,
            ["_tax_rates"] = (parameters.Texts("tax_rates") ?? []).ToJsonArray(),
            ["_description"] = product.TextOrNull("description"),
        };
    }
}
