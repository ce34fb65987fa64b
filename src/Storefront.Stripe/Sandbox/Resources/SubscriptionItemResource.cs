using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/subscription_items</c></summary>
internal static class SubscriptionItemResource
{
    public static void Map(ApiRoutes routes) => routes
        .Get("subscription_items", (work, request) => request.ListOf(
            [.. work.Require("subscription", request.Parameters.RequiredText("subscription"), "subscription").Elements("items")]))
        .Post("subscription_items", Create)
        .Get("subscription_items/{id}", (work, request) => Find(work, request.Id).Item)
        .Post("subscription_items/{id}", Update)
        .Delete("subscription_items/{id}", Delete);

    public static ItemChange ChangeFrom(Workspace work, Parameters parameters, string? id = null)
    {
        id ??= parameters.Text("id");
        var price = PriceResource.From(work, parameters);
        if (price is not null && price.ObjectOrNull("recurring") is null)
        {
            throw parameters.Invalid("price", "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.");
        }

        if (id is null && price is null)
        {
            throw parameters.Missing("price");
        }

        var rates = parameters.Texts("tax_rates");
        parameters.Ignore("clear_usage");
        return new ItemChange(id)
        {
            Price = price,
            Quantity = parameters.NotNegative("quantity"),
            IsDeleted = parameters.Flag("deleted") == true,
            Settings = item =>
            {
                parameters.MergeMetadata(item);
                if (rates is not null)
                {
                    item["tax_rates"] = SubscriptionCreation.RatesAsObjects(work, rates);
                }
            },
        };
    }

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var subscription = work.Require("subscription", request.Parameters.RequiredText("subscription"), "subscription");
        var known = subscription.Elements("items").Select(item => item.Text("id")).ToHashSet(StringComparer.Ordinal);
        Apply(work, subscription, request.Parameters, ChangeFrom(work, request.Parameters));
        return subscription.Elements("items").Single(item => !known.Contains(item.Text("id")));
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var (subscription, item) = Find(work, request.Id);
        Apply(work, subscription, request.Parameters, ChangeFrom(work, request.Parameters, request.Id));
        return item;
    }

    private static JsonObject Delete(Workspace work, ApiRequest request)
    {
        var (subscription, item) = Find(work, request.Id);
        Apply(work, subscription, request.Parameters, new ItemChange(request.Id) { IsDeleted = true });
        return Deleted.Of(item);
    }

    private static void Apply(Workspace work, JsonObject subscription, Parameters parameters, ItemChange change)
    {
        work.FollowClockOf(subscription);
        parameters.Ignore("off_session");
        work.SubscriptionChanges.Apply(subscription, new SubscriptionChange
        {
            Items = [change],
            Proration = SubscriptionResource.ProrationOf(parameters),
            ProrationDate = parameters.Integer("proration_date"),
            Payment = SubscriptionResource.PaymentOf(parameters),
        });
    }

    private static (JsonObject Subscription, JsonObject Item) Find(Workspace work, string id)
    {
        foreach (var subscription in work.Store.List(new ObjectQuery("subscription")))
        {
            if (subscription.Elements("items").FirstOrDefault(item => item.Text("id") == id) is { } item)
            {
                return (subscription, item);
            }
        }

        throw ErrorHelper.Missing("subscription_item", id);
    }
}
