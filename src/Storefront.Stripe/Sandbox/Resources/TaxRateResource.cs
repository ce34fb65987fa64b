using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/tax_rates</c></summary>
internal static class TaxRateResource
{
    public static void Map(ApiRoutes routes) => routes
        .Post("tax_rates", Create)
        .Get("tax_rates", (work, request) => request.ListOf(work, new ObjectQuery("tax_rate")
            .Where("active", request.Parameters.Flag("active"))
            .Where("inclusive", request.Parameters.Flag("inclusive"))))
        .Get("tax_rates/{id}", (work, request) => work.Require("tax_rate", request.Id))
        .Post("tax_rates/{id}", Update);

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var percentage = parameters.Decimal("percentage") ?? throw parameters.Missing("percentage");
        var rate = new JsonObject
        {
            ["id"] = Identifiers.New("txr"),
            ["object"] = "tax_rate",
            ["active"] = parameters.Flag("active") ?? true,
            ["country"] = parameters.Text("country"),
            ["created"] = work.Now,
            ["description"] = parameters.Text("description"),
            ["display_name"] = parameters.RequiredText("display_name"),
            ["effective_percentage"] = percentage,
            ["flat_amount"] = null,
            ["inclusive"] = parameters.Flag("inclusive") ?? throw parameters.Missing("inclusive"),
            ["jurisdiction"] = parameters.Text("jurisdiction"),
            ["jurisdiction_level"] = null,
            ["livemode"] = false,
            ["metadata"] = parameters.Metadata(),
            ["percentage"] = percentage,
            ["rate_type"] = "percentage",
            ["state"] = parameters.Text("state"),
            ["tax_type"] = parameters.Text("tax_type"),
        };
        work.Store.Add(rate);
        work.Events.Record("tax_rate.created", rate);
        return rate;
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var rate = work.Require("tax_rate", request.Id);
        var parameters = request.Parameters;
        work.Update(rate, "tax_rate.updated", json =>
        {
            parameters.SetFlag(json, "active");
            parameters.SetText(json, "description");
            parameters.SetText(json, "display_name");
            parameters.SetText(json, "jurisdiction");
            parameters.MergeMetadata(json);
        });
        return rate;
    }
}
