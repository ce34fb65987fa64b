using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/billing_portal/sessions</c></summary>
internal static class PortalSessionResource
{
    public static void Map(ApiRoutes routes) => routes.Post("billing_portal/sessions", Create);

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var customer = work.RequireCustomer(parameters.RequiredText("customer"));
        parameters.Ignore("configuration");
        var flow = parameters.Part("flow_data");
        var id = Identifiers.New("bps");
        var session = new JsonObject
        {
            ["id"] = id,
            ["object"] = "billing_portal.session",
            ["configuration"] = "bpc_local",
            ["created"] = work.Now,
            ["customer"] = customer.Text("id"),
            ["customer_account"] = null,
            ["flow"] = flow is null ? null : FlowOf(work, flow),
            ["livemode"] = false,
            ["locale"] = parameters.Text("locale"),
            ["on_behalf_of"] = null,
            ["return_url"] = parameters.Text("return_url"),
            ["url"] = work.PageUrl("/portal/" + id),
            ["_token"] = Identifiers.Secret(),
        };
        work.Store.Add(session);
        return session;
    }

    private static JsonObject FlowOf(Workspace work, Parameters flow)
    {
        var type = flow.Choice("type", "payment_method_update", "subscription_cancel") ?? throw flow.Missing("type");
        var subscription = flow.Part("subscription_cancel")?.RequiredText("subscription");
        if (subscription is not null)
        {
            work.Require("subscription", subscription, "flow_data[subscription_cancel][subscription]");
        }

        flow.Ignore("after_completion");
        return new JsonObject
        {
            ["after_completion"] = new JsonObject { ["hosted_confirmation"] = null, ["redirect"] = null, ["type"] = "portal_homepage" },
            ["subscription_cancel"] = subscription is null ? null : new JsonObject { ["retention"] = null, ["subscription"] = subscription },
            ["subscription_update"] = null,
            ["subscription_update_confirm"] = null,
            ["type"] = type,
        };
    }
}
