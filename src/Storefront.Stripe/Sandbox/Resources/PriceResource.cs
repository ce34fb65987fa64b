using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/prices</c></summary>
internal static class PriceResource
{
    public static void Map(ApiRoutes routes) => routes
        .Post("prices", Create)
        .Get("prices", List)
        .Get("prices/{id}", (work, request) => work.Require("price", request.Id))
        .Post("prices/{id}", Update);

    /// <summary>Makes and stores a price from <c>price_data</c> or the parameters of a call.</summary>
    public static JsonObject AddFrom(Workspace work, Parameters parameters, JsonObject? product = null, bool isInline = false)
    {
        product ??= ProductOf(work, parameters, isInline);
        var currency = CurrencyOf(parameters);
        var amount = AmountOf(parameters);
        var recurring = parameters.Part("recurring");
        var price = new JsonObject
        {
            ["id"] = Identifiers.New("price"),
            ["object"] = "price",
            ["active"] = !isInline,
            ["billing_scheme"] = "per_unit",
            ["created"] = work.Now,
            ["currency"] = currency,
            ["custom_unit_amount"] = null,
            ["livemode"] = false,
            ["lookup_key"] = null,
            ["metadata"] = new JsonObject(),
            ["nickname"] = null,
            ["product"] = product.Text("id"),
            ["recurring"] = recurring is null ? null : RecurringOf(recurring),
            ["tax_behavior"] = parameters.Choice("tax_behavior", "exclusive", "inclusive", "unspecified") ?? "unspecified",
            ["tiers_mode"] = null,
            ["transform_quantity"] = null,
            ["type"] = recurring is null ? "one_time" : "recurring",
            ["unit_amount"] = amount,
            ["unit_amount_decimal"] = amount.ToString(CultureInfo.InvariantCulture),
        };
        work.Store.Add(price);
        return price;
    }

    /// <summary>The price that <c>price</c> names or <c>price_data</c> describes.</summary>
    public static JsonObject? From(Workspace work, Parameters parameters)
    {
        if (parameters.Text("price") is { } id)
        {
            var price = work.Require("price", id, parameters.PathOf("price"));
            return price.Flag("active")
                ? price
                : throw parameters.Invalid("price", $"The price specified is inactive. This field only accepts active prices.");
        }

        return parameters.Part("price_data") is { } data ? AddFrom(work, data, isInline: true) : null;
    }

    public static string CurrencyOf(Parameters parameters, string name = "currency")
    {
        var currency = parameters.RequiredText(name).ToLowerInvariant();
        return Currencies.IsSupported(currency)
            ? currency
            : throw parameters.Invalid(name, $"Invalid currency: {currency}. The local Stripe does not know it.");
    }

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var price = AddFrom(work, parameters);
        price["active"] = parameters.Flag("active") ?? true;
        price["nickname"] = parameters.Text("nickname");
        parameters.Choice("billing_scheme", "per_unit");
        parameters.MergeMetadata(price);
        TakeLookupKey(work, price, parameters);
        work.Store.Save(price);
        work.Events.Record("price.created", price);
        return price;
    }

    private static JsonObject List(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var recurring = parameters.Part("recurring");
        return request.ListOf(work, new ObjectQuery("price")
            .Where("active", parameters.Flag("active"))
            .Where("currency", parameters.Text("currency")?.ToLowerInvariant())
            .Where("product", parameters.Text("product"))
            .Where("type", parameters.Choice("type", "one_time", "recurring"))
            .Where("recurring.interval", recurring?.Text("interval"))
            .WhereAny("lookup_key", parameters.Texts("lookup_keys")));
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var price = work.Require("price", request.Id);
        var parameters = request.Parameters;
        work.Update(price, "price.updated", json =>
        {
            parameters.SetFlag(json, "active");
            parameters.SetText(json, "nickname");
            json["tax_behavior"] = parameters.Choice("tax_behavior", "exclusive", "inclusive", "unspecified") ?? json.Text("tax_behavior");
            parameters.MergeMetadata(json);
            TakeLookupKey(work, json, parameters);
        });
        return price;
    }

    private static void TakeLookupKey(Workspace work, JsonObject price, Parameters parameters)
    {
        var transfers = parameters.Flag("transfer_lookup_key") == true;
        if (parameters.Unsets("lookup_key"))
        {
            price["lookup_key"] = null;
        }
        else if (parameters.Text("lookup_key") is { } key)
        {
            var holder = work.Store.First(new ObjectQuery("price").Where("lookup_key", key));
            if (holder is not null && holder.Text("id") != price.Text("id"))
            {
                if (!transfers)
                {
                    throw parameters.Invalid("lookup_key", $"A price (`{holder.Text("id")}`) already uses that lookup key.");
                }

                work.Update(holder, "price.updated", json => json["lookup_key"] = null);
            }

            price["lookup_key"] = key;
        }
    }

    private static JsonObject ProductOf(Workspace work, Parameters parameters, bool isInline)
    {
        if (parameters.Text("product") is { } id)
        {
            return work.Require("product", id, parameters.PathOf("product"));
        }

        var data = parameters.Part("product_data") ?? throw parameters.Missing("product");
        var product = ProductResource.New(work, data.Text("id") ?? Identifiers.New("prod", 14), data.RequiredText("name"));
        product["description"] = data.Text("description");
        product["unit_label"] = data.Text("unit_label");
        product["active"] = !isInline;
        data.MergeMetadata(product);
        data.Ignore("images", "tax_code", "statement_descriptor");
        work.Store.Add(product);
        return product;
    }

    private static long AmountOf(Parameters parameters)
    {
        if (parameters.NotNegative("unit_amount") is { } amount)
        {
            return amount;
        }

        var exact = parameters.Decimal("unit_amount_decimal") ?? throw parameters.Missing("unit_amount");
        return exact == decimal.Truncate(exact)
            ? (long)exact
            : throw parameters.Invalid("unit_amount_decimal", "The local Stripe takes whole minor units only.");
    }

    private static JsonObject RecurringOf(Parameters recurring)
    {
        var count = recurring.Integer("interval_count") ?? 1;
        var interval = recurring.Choice("interval", "day", "week", "month", "year") ?? throw recurring.Missing("interval");
        recurring.Choice("usage_type", "licensed");
        return count is >= 1 and <= 1095
            ? new JsonObject
            {
                ["interval"] = interval,
                ["interval_count"] = count,
                ["meter"] = null,
                ["trial_period_days"] = null,
                ["usage_type"] = "licensed",
            }
            : throw recurring.Invalid("interval_count", "Invalid interval count: a price may recur at most every three years.");
    }
}
