using System.Text.Json;
using System.Text.Json.Nodes;

namespace Storefront.Stripe.Sandbox.Storage;

/// <summary>Reads the properties of a stored object by the names that Stripe gives them.</summary>
internal static class JsonObjectExtensions
{
    public static string? TextOrNull(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static string Text(this JsonObject json, string name) =>
        json.TextOrNull(name) ?? throw new InvalidOperationException($"'{name}' of {json["id"]} is missing.");

    public static long? NumberOrNull(this JsonObject json, string name) => json[name] switch
    {
        JsonValue value when value.TryGetValue(out long number) => number,
        JsonValue value when value.TryGetValue(out int number) => number,
        _ => null,
    };

    public static long Number(this JsonObject json, string name) =>
        json.NumberOrNull(name) ?? throw new InvalidOperationException($"'{name}' of {json["id"]} is missing.");

    public static bool Flag(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public static JsonObject? ObjectOrNull(this JsonObject json, string name) => json[name] as JsonObject;

    public static JsonObject Object(this JsonObject json, string name) =>
        json.ObjectOrNull(name) ?? throw new InvalidOperationException($"'{name}' of {json["id"]} is missing.");

    /// <summary>The elements of an array, or of a Stripe list (<c>{ object: list, data: […] }</c>).</summary>
    public static IEnumerable<JsonObject> Elements(this JsonObject json, string name) => json[name] switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject list when list["data"] is JsonArray data => data.OfType<JsonObject>(),
        _ => [],
    };

    public static IEnumerable<string> Texts(this JsonObject json, string name) =>
        json[name] is JsonArray array ? array.OfType<JsonValue>().Select(value => value.GetValue<string>()) : [];

    public static JsonArray ToJsonArray(this IEnumerable<JsonNode> nodes) => [.. nodes];

    public static JsonArray ToJsonArray(this IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    /// <summary>A copy that has no parent and can be put elsewhere.</summary>
    public static T Copy<T>(this T node) where T : JsonNode => (T)node.DeepClone();

    /// <summary>Adds properties that Stripe always shows and that have no value here.</summary>
    public static JsonObject WithNulls(this JsonObject json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.TryAdd(name, null);
        }

        return json;
    }

    /// <summary>Wraps objects as Stripe does in a property such as <c>items</c> or <c>lines</c>.</summary>
    public static JsonObject ToStripeList(this IEnumerable<JsonObject> data, string url, bool hasMore = false) => new()
    {
        ["object"] = "list",
        ["data"] = data.ToJsonArray(),
        ["has_more"] = hasMore,
        ["url"] = url,
    };

    /// <summary>The object as the API shows it: without the properties that begin with an underscore, at any depth.</summary>
    public static JsonNode Shown(this JsonNode node)
    {
        var copy = node.DeepClone();
        Strip(copy);
        return copy;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject json)
        {
            foreach (var name in json.Where(pair => pair.Key.StartsWith('_')).Select(pair => pair.Key).ToList())
            {
                json.Remove(name);
            }

            foreach (var pair in json)
            {
                Strip(pair.Value);
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var element in array)
            {
                Strip(element);
            }
        }
    }
}
