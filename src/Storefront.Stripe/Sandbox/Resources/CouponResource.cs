using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/coupons</c>, for once or for ever.</summary>
internal static class CouponResource
{
    private const int LongestName = 40;

    public static void Map(ApiRoutes routes) => routes
        .Post("coupons", Create)
        .Get("coupons", (work, request) => request.ListOf(work, new ObjectQuery("coupon")))
        .Get("coupons/{id}", (work, request) => work.Require("coupon", request.Id))
        .Post("coupons/{id}", Update)
        .Delete("coupons/{id}", Delete);

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var id = parameters.Text("id") ?? Identifiers.Secret(8);
        if (work.Store.Find(id) is not null)
        {
            throw parameters.Invalid("id", "Coupon already exists.", "resource_already_exists");
        }

        var (amount, percent) = (parameters.Integer("amount_off"), parameters.Decimal("percent_off"));
        if (amount is null == percent is null)
        {
            throw ErrorHelper.Invalid("Must provide either `amount_off` or `percent_off`, and only one of them.");
        }

        if (amount < 1 || percent is <= 0 or > 100)
        {
            throw parameters.Invalid(amount is null ? "percent_off" : "amount_off", "It has to be positive, and a share at most 100.");
        }

        var coupon = new JsonObject
        {
            ["id"] = id,
            ["object"] = "coupon",
            ["amount_off"] = amount,
            ["created"] = work.Now,
            ["currency"] = amount is null ? null : parameters.RequiredText("currency").ToLowerInvariant(),
            ["duration"] = parameters.Choice("duration", "once", "forever") ?? "once",
            ["duration_in_months"] = null,
            ["livemode"] = false,
            ["max_redemptions"] = parameters.NotNegative("max_redemptions"),
            ["metadata"] = parameters.Metadata(),
            ["name"] = NameFrom(parameters),
            ["percent_off"] = percent,
            ["redeem_by"] = parameters.Integer("redeem_by"),
            ["times_redeemed"] = 0,
            ["valid"] = true,
        };
        coupon["valid"] = Discounts.IsValid(coupon, work.Now);
        work.Store.Add(coupon);
        work.Events.Record("coupon.created", coupon);
        return coupon;
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var coupon = work.Require("coupon", request.Id);
        work.Update(coupon, "coupon.updated", json =>
        {
            json["name"] = NameFrom(request.Parameters) ?? json.TextOrNull("name");
            request.Parameters.MergeMetadata(json);
        });
        return coupon;
    }

    private static JsonObject Delete(Workspace work, ApiRequest request)
    {
        var coupon = work.Require("coupon", request.Id);
        work.Store.Remove(request.Id);
        work.Events.Record("coupon.deleted", coupon);
        return Deleted.Of(coupon);
    }

    private static string? NameFrom(Parameters parameters) => parameters.Text("name") is { Length: > LongestName }
        ? throw parameters.Invalid("name", $"Invalid string; must be at most {LongestName} characters", "parameter_invalid_string")
        : parameters.Text("name");
}
