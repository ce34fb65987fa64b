using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Webhooks;

/// <summary>Writes events in the transaction of the change they tell of, and queues their delivery with them.</summary>
internal sealed class EventRecorder(Workspace work)
{
    public int Count { get; private set; }

    public void Record(string type, JsonObject json, JsonObject? previous = null)
    {
        var data = new JsonObject { ["object"] = json.Shown() };
        if (previous is { Count: > 0 })
        {
            data["previous_attributes"] = previous.Copy();
        }

        var id = Identifiers.New("evt");
        work.Store.Add(new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = LocalStripeOptions.ApiVersion,
            ["created"] = work.Now,
            ["data"] = data,
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = work.Request?.Id, ["idempotency_key"] = work.Request?.IdempotencyKey },
            ["type"] = type,
        });
        work.Store.Execute("INSERT INTO deliveries (event, next_attempt_at) VALUES ($id, 0)", ("$id", id));
        Count++;
    }

    /// <summary>The former values of what differs, one level deep.</summary>
    public static JsonObject Difference(JsonObject before, JsonObject after)
    {
        var previous = new JsonObject();
        foreach (var name in before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key), StringComparer.Ordinal))
        {
            if (name != "updated" && !JsonNode.DeepEquals(before[name], after[name]))
            {
                previous[name] = before[name]?.DeepClone();
            }
        }

        return previous;
    }
}
