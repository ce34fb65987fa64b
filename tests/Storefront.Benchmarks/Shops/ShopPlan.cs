using System.Text.Json.Serialization;

namespace Storefront.Benchmarks.Shops;

public sealed record ShopPlan(string Key, string Name, int Rank, int MonthlyMinutes, IReadOnlyList<ShopPrice> Prices);

public sealed record ShopPrice(ShopInterval Interval, ShopMoney Amount, ShopMoney Total);

public sealed record ShopMoney(string Amount, string Currency);

[JsonConverter(typeof(ShopNames<ShopInterval>))]
public enum ShopInterval
{
    Month,
    Year,
}
