using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Checkout;

/// <summary>The one coupon that a checkout session can have.</summary>
internal static class CheckoutDiscounts
{
    /// <summary>The coupon that was asked for; null for none.</summary>
    public static JsonObject? From(Workspace work, Parameters parameters, string currency)
    {
        var asked = parameters.Parts("discounts");
        if (asked.Count > 1)
        {
            throw parameters.Invalid("discounts", "You may only specify up to one discount.");
        }

        if (asked.Count > 0 && parameters.Has("allow_promotion_codes"))
        {
            throw ErrorHelper.Invalid("You may only specify one of these parameters: allow_promotion_codes, discounts.");
        }

        if (asked.Count == 0)
        {
            return null;
        }

        var id = asked[0].RequiredText("coupon");
        var coupon = work.Require("coupon", id, "discounts[0][coupon]");
        return !Discounts.IsValid(coupon, work.Now) ? throw parameters.Invalid("discounts", $"Coupon {id} is expired.")
            : coupon.TextOrNull("currency") is { } own && own != currency
                ? throw parameters.Invalid("discounts", $"The coupon's currency ({own}) does not match the session's ({currency}).")
            : coupon;
    }

    /// <summary>Takes it off what is due now.</summary>
    public static void Apply(Workspace work, JsonObject coupon, IReadOnlyList<JsonObject> lines, IEnumerable<string> defaultRates)
    {
        var shares = Discounts.Spread(coupon, [.. lines.Select(line => line.Number("amount_subtotal"))]);
        var defaults = defaultRates.ToList();
        for (var index = 0; index < lines.Count; index++)
        {
            var (line, share) = (lines[index], shares[index]);
            var own = line.Texts("_tax_rates").ToList();
            var taxes = work.Taxes.TaxesOf(line.Number("amount_subtotal") - share, own.Count > 0 ? own : defaults).OfType<JsonObject>().ToList();
            line["_full_total"] = line.Number("amount_total");
            line["amount_discount"] = share;
            line["amount_tax"] = TaxCalculator.All(taxes);
            line["amount_total"] = line.Number("amount_subtotal") - share + TaxCalculator.Added(taxes);
        }
    }
}
