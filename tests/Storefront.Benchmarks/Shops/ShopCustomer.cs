using System.Text.Json.Serialization;

namespace Storefront.Benchmarks.Shops;

public sealed record ShopCustomer(int Id, string Name, IReadOnlyList<ShopTicket> Tickets);

public sealed record ShopTicket(int Number, string Subject, ShopStatus Status, IReadOnlyList<ShopEvent> Events);

public sealed record ShopEvent(int Sequence, string Kind);

[JsonConverter(typeof(ShopNames<ShopStatus>))]
public enum ShopStatus
{
    Open,
    InProgress,
    Done,
}
