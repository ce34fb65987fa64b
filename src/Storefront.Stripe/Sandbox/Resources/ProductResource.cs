using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/products</c></summary>
internal static class ProductResource
{
    public static void Map(ApiRoutes routes) => routes
        .Post("products", Create)
        .Get("products", (work, request) => request.ListOf(work, new ObjectQuery("product")
            .Where("active", request.Parameters.Flag("active"))
            .WhereAny("id", request.Parameters.Texts("ids"))))
        .Get("products/{id}", (work, request) => work.Require("product", request.Id))
        .Post("products/{id}", Update)
        .Delete("products/{id}", Delete);

    public static JsonObject New(Workspace work, string id, string name) => new JsonObject
    {
        ["id"] = id,
        ["object"] = "product",
        ["active"] = true,
        ["created"] = work.Now,
        ["default_price"] = null,
        ["images"] = new JsonArray(),
        ["livemode"] = false,
        ["marketing_features"] = new JsonArray(),
        ["metadata"] = new JsonObject(),
        ["name"] = name,
        ["type"] = "service",
        ["updated"] = work.Now,
    }.WithNulls("description", "package_dimensions", "shippable", "statement_descriptor", "tax_code", "tax_details", "unit_label", "url");

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var id = parameters.Text("id") ?? Identifiers.New("prod", 14);
        if (work.Store.Find(id) is not null)
        {
            throw parameters.Invalid("id", $"Product already exists: {id}", "resource_already_exists");
        }

        var product = New(work, id, parameters.RequiredText("name"));
        Set(product, parameters);
        work.Store.Add(product);
        work.Events.Record("product.created", product);
        if (parameters.Part("default_price_data") is { } data)
        {
            product["default_price"] = PriceResource.AddFrom(work, data, product).Text("id");
            work.Store.Save(product);
        }

        return product;
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var product = work.Require("product", request.Id);
        var parameters = request.Parameters;
        work.Update(product, "product.updated", json =>
        {
            json["name"] = parameters.Text("name") ?? json.Text("name");
            if (parameters.Text("default_price") is { } price)
            {
                json["default_price"] = work.Require("price", price, "default_price").Text("id");
            }

            Set(json, parameters);
            json["updated"] = work.Now;
        });
        return product;
    }

    private static void Set(JsonObject product, Parameters parameters)
    {
        if (parameters.Flag("active") is { } active)
        {
            product["active"] = active;
        }

        foreach (var name in new[] { "description", "statement_descriptor", "unit_label", "url", "tax_code" })
        {
            parameters.SetText(product, name);
        }

        if (parameters.Texts("images") is { } images)
        {
            product["images"] = images.ToJsonArray();
        }

        if (parameters.Has("marketing_features"))
        {
            product["marketing_features"] = parameters.Parts("marketing_features")
                .Select(feature => new JsonObject { ["name"] = feature.RequiredText("name") }).ToJsonArray();
        }

        parameters.Choice("type", "service", "good");
        parameters.MergeMetadata(product);
    }

    private static JsonObject Delete(Workspace work, ApiRequest request)
    {
        var product = work.Require("product", request.Id);
        if (work.Store.List(new ObjectQuery("price").Where("product", request.Id)).Count > 0)
        {
            throw ErrorHelper.Invalid("This product cannot be deleted because it has one or more user-created prices.");
        }

        work.Store.Remove(request.Id);
        work.Events.Record("product.deleted", product);
        return Deleted.Of(product);
    }
}
