using System.Text.Json.Nodes;

namespace Storefront.Store.EventLog;

/// <summary>Brings the data of one released version of an event type to the next one.</summary>
public interface IEventUpcaster
{
    string Type { get; }

    /// <summary>The version it reads; it gives the next.</summary>
    int FromVersion { get; }

    JsonObject Upcast(JsonObject data);
}
