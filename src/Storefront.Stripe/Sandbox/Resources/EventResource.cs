using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/events</c></summary>
internal static class EventResource
{
    public static void Map(ApiRoutes routes) => routes
        .Get("events", (work, request) => request.ListOf(work, new ObjectQuery("event")
            .Where("type", request.Parameters.Text("type"), "GLOB")
            .WhereAny("type", request.Parameters.Texts("types"))
            .Where("pending_webhooks", request.Parameters.Flag("delivery_success") is { } success ? (success ? 0 : 1) : null)))
        .Get("events/{id}", (work, request) => work.Require("event", request.Id));
}
