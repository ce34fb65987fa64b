using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Checkout;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/checkout/sessions</c></summary>
internal static class CheckoutSessionResource
{
    public static void Map(ApiRoutes routes) => routes
        .Post("checkout/sessions", (work, request) => CheckoutSessionFactory.Create(work, request.Parameters))
        .Get("checkout/sessions", List)
        .Get("checkout/sessions/{id}", (work, request) => work.Require("checkout.session", request.Id))
        .Post("checkout/sessions/{id}", Update)
        .Post("checkout/sessions/{id}/expire", Expire)
        .Get("checkout/sessions/{id}/line_items", (work, request) =>
            request.ListOf([.. work.Require("checkout.session", request.Id).Elements("_line_items")]));

    private static JsonObject List(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        return request.ListOf(work, new ObjectQuery("checkout.session")
            .Where("customer", parameters.Text("customer"))
            .Where("payment_intent", parameters.Text("payment_intent"))
            .Where("subscription", parameters.Text("subscription"))
            .Where("customer_details.email", parameters.Part("customer_details")?.Text("email"))
            .Where("status", parameters.Choice("status", "complete", "expired", "open")));
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var session = work.Require("checkout.session", request.Id);
        work.Update(session, null, json => request.Parameters.MergeMetadata(json));
        return session;
    }

    private static JsonObject Expire(Workspace work, ApiRequest request)
    {
        var session = work.Require("checkout.session", request.Id);
        if (session.Text("status") != "open")
        {
            throw ErrorHelper.Invalid($"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {session.Text("status")}.");
        }

        CheckoutCompletion.Expire(work, session);
        return session;
    }
}
