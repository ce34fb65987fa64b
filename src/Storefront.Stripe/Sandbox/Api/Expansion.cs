using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>Replaces ids in an answer by the objects they name, where <c>expand[]</c> asks for it.</summary>
internal static class Expansion
{
    private const int MaxDepth = 4;

    public static void Apply(Workspace work, JsonNode answer, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var names = path.Split('.');
            if (names.Length > MaxDepth)
            {
                throw ErrorHelper.Invalid($"You cannot expand more than {MaxDepth} levels of a property. Property: {path}", "expand");
            }

            Expand(work, answer, names, path);
        }
    }

    private static void Expand(Workspace work, JsonNode? node, ReadOnlySpan<string> names, string path)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var element in array)
                {
                    Expand(work, element, names, path);
                }

                return;
            case JsonObject json when names.Length > 0:
                ExpandProperty(work, json, names, path);
                return;
        }
    }

    private static void ExpandProperty(Workspace work, JsonObject json, ReadOnlySpan<string> names, string path)
    {
        var name = names[0];
        if (!json.ContainsKey(name))
        {
            json[name] = Included(work, json, name)
                ?? throw ErrorHelper.Invalid($"This property cannot be expanded ({path}).", "expand");
        }
        else if (json.TextOrNull(name) is { } id)
        {
            json[name] = work.Store.Find(id)?.Shown()
                ?? throw ErrorHelper.Invalid($"This property cannot be expanded ({path}).", "expand");
        }

        Expand(work, json[name], names[1..], path);
    }

    /// <summary>Lists that an object shows only when asked.</summary>
    private static JsonObject? Included(Workspace work, JsonObject json, string name) => (json.TextOrNull("object"), name) switch
    {
        ("checkout.session", "line_items") => ListOf(
            work.Store.Find(json.Text("id"))!.Elements("_line_items"), $"/v1/checkout/sessions/{json.Text("id")}/line_items"),
        ("invoice", "payments") => ListOf(
            work.Store.List(new ObjectQuery("invoice_payment").Where("invoice", json.Text("id"))), "/v1/invoice_payments?invoice=" + json.Text("id")),
        ("customer", "subscriptions") => ListOf(
            work.Store.List(new ObjectQuery("subscription").Where("customer", json.Text("id")).Where("status", "canceled", "<>")),
            $"/v1/customers/{json.Text("id")}/subscriptions"),
        ("charge", "refunds") => ListOf(
            work.Store.List(new ObjectQuery("refund").Where("charge", json.Text("id"))), $"/v1/charges/{json.Text("id")}/refunds"),
        _ => null,
    };

    private static JsonObject ListOf(IEnumerable<JsonObject> data, string url) =>
        data.Select(json => (JsonObject)json.Shown()).ToStripeList(url);
}
