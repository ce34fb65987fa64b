using System.Text.Json.Nodes;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Tests.Store;

/// <summary>An event that has never changed.</summary>
[EventType("sample.happened")]
public sealed record SampleHappened(int Number) : AccountEvent;

/// <summary>An event of a ticket.</summary>
[EventType("sample.ticket")]
public sealed record SampleTicketHappened(TicketId TicketId, int Number) : AccountEvent, ITicketEvent;

/// <summary>An event in its third version: minutes were hours once, and had no unit's name before.</summary>
[EventType("sample.grown", version: 3)]
public sealed record SampleGrown(int Minutes, string Reason) : AccountEvent;

internal sealed class SampleGrownFrom1 : IEventUpcaster
{
    public string Type => "sample.grown";

    public int FromVersion => 1;

    public JsonObject Upcast(JsonObject data) => new() { ["hours"] = data["amount"]!.GetValue<int>() };
}

internal sealed class SampleGrownFrom2 : IEventUpcaster
{
    public string Type => "sample.grown";

    public int FromVersion => 2;

    public JsonObject Upcast(JsonObject data) => new() { ["minutes"] = data["hours"]!.GetValue<int>() * 60, ["reason"] = "unknown" };
}
