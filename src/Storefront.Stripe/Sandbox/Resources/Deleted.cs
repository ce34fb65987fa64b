using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary>What the API answers about a thing that is gone.</summary>
internal static class Deleted
{
    public static JsonObject Of(JsonObject json) => new()
    {
        ["id"] = json.Text("id"),
        ["object"] = json.Text("object"),
        ["deleted"] = true,
    };
}
