using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>What coupons take off lines: off all of them together, spread over them by their amounts, and never more than they come to.</summary>
internal sealed class Discounts(Workspace work)
{
    private const int Percent = 100;

    /// <summary>What a coupon takes off each amount; what rounding leaves goes to the largest ones.</summary>
    public static IReadOnlyList<long> Spread(JsonObject coupon, IReadOnlyList<long> amounts)
    {
        var whole = amounts.Where(amount => amount > 0).Sum();
        var off = coupon.NumberOrNull("amount_off") ?? (long)Math.Round(
            whole * coupon["percent_off"]!.GetValue<decimal>() / Percent, MidpointRounding.AwayFromZero);
        off = Math.Min(off, whole);
        var shares = amounts.Select(amount => amount > 0 ? (long)((Int128)amount * off / whole) : 0).ToArray();
        foreach (var index in Enumerable.Range(0, shares.Length).OrderByDescending(index => amounts[index]).Take((int)(off - shares.Sum())))
        {
            shares[index]++;
        }

        return shares;
    }

    /// <summary>Redeems a coupon for a subscription.</summary>
    public string Redeem(JsonObject coupon, JsonObject subscription, string? session)
    {
        var discount = new JsonObject
        {
            ["id"] = Identifiers.New("di"),
            ["object"] = "discount",
            ["checkout_session"] = session,
            ["customer"] = subscription.Text("customer"),
            ["source"] = new JsonObject { ["coupon"] = coupon.Text("id"), ["type"] = "coupon" },
            ["start"] = work.Now,
            ["subscription"] = subscription.Text("id"),
        }.WithNulls("customer_account", "end", "invoice", "invoice_item", "promotion_code", "subscription_item");
        work.Store.Add(discount);
        work.Update(coupon, null, json =>
        {
            json["times_redeemed"] = json.Number("times_redeemed") + 1;
            json["valid"] = IsValid(json, work.Now);
        });
        work.Events.Record("customer.discount.created", discount);
        return discount.Text("id");
    }

    public JsonObject CouponOf(string discount) =>
        work.Require("coupon", work.Require("discount", discount).Object("source").Text("coupon"));

    public static bool IsValid(JsonObject coupon, long now) =>
        !(coupon.NumberOrNull("max_redemptions") <= coupon.Number("times_redeemed")) && !(coupon.NumberOrNull("redeem_by") <= now);

    /// <summary>Takes the invoice's discounts off its lines, and what is taxed with them.</summary>
    public void Apply(JsonObject invoice)
    {
        var discounts = invoice.Texts("discounts").ToList();
        var lines = invoice.Elements("lines").ToList();
        if (discounts.Count == 0)
        {
            return;
        }

        var left = lines.Select(line => line.Flag("discountable") ? line.Number("amount") : 0).ToArray();
        foreach (var line in lines)
        {
            line["discount_amounts"] = new JsonArray();
        }

        foreach (var discount in discounts)
        {
            var shares = Spread(CouponOf(discount), left);
            for (var index = 0; index < lines.Count; index++)
            {
                left[index] -= shares[index];
                if (shares[index] > 0)
                {
                    lines[index]["discount_amounts"]!.AsArray().Add(new JsonObject { ["amount"] = shares[index], ["discount"] = discount });
                }
            }
        }

        foreach (var line in lines)
        {
            var rates = line.Elements("taxes").Select(tax => tax.Object("tax_rate_details").Text("tax_rate")).ToList();
            line["taxes"] = work.Taxes.TaxesOf(line.Number("amount") - Of(line), rates);
        }

        invoice["total_discount_amounts"] = discounts.Select(discount => new JsonObject
        {
            ["amount"] = lines.SelectMany(line => line.Elements("discount_amounts")).Where(taken => taken.Text("discount") == discount).Sum(taken => taken.Number("amount")),
            ["discount"] = discount,
        }).ToJsonArray();
    }

    /// <summary>What is taken off a line.</summary>
    public static long Of(JsonObject line) => line.Elements("discount_amounts").Sum(taken => taken.Number("amount"));

    /// <summary>After an invoice that it took something off, a coupon for once is used up.</summary>
    public void AfterInvoice(JsonObject subscription, JsonObject invoice)
    {
        var used = invoice.Elements("total_discount_amounts").Where(taken => taken.Number("amount") > 0).Select(taken => taken.Text("discount"))
            .Where(discount => CouponOf(discount).Text("duration") == "once").ToHashSet(StringComparer.Ordinal);
        if (used.Count > 0)
        {
            work.Update(subscription, null, json => json["discounts"] = json.Texts("discounts").Where(discount => !used.Contains(discount)).ToJsonArray());
        }
    }
}
