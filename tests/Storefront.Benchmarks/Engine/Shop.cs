namespace Storefront.Benchmarks.Engine;

/// <summary>What the engine is asked for: plans like a handbook's, and a customer's tickets.</summary>
public static class Shop
{
    public static IReadOnlyList<ShopPlan> Plans { get; } =
    [
        .. Enumerable.Range(1, 4).Select(rank => new ShopPlan($"plan-{rank}", $"Plan número {rank}", rank, rank * 300,
        [
            new ShopPrice(ShopInterval.Month, new ShopMoney($"{rank * 49}.00", "USD"), new ShopMoney($"{rank * 58}.31", "USD")),
            new ShopPrice(ShopInterval.Year, new ShopMoney($"{rank * 529}.20", "USD"), new ShopMoney($"{rank * 629}.75", "USD")),
        ])),
    ];

    public static ShopCustomer Customer { get; } = new(1, "Tienda Ñandú");

    public static ShopTicket[] Tickets { get; } =
        [.. Enumerable.Range(1, 20).Select(number => new ShopTicket(number, $"El carro no suma el despacho ({number})", ShopStatus.InProgress))];

    public static ILookup<int, ShopEvent> Events { get; } = Tickets
        .SelectMany(ticket => Enumerable.Range(1, 2).Select(sequence => (ticket.Number, Event: new ShopEvent(sequence, "TICKET_STATUS_CHANGED"))))
        .ToLookup(entry => entry.Number, entry => entry.Event);
}

public enum ShopInterval
{
    Month,
    Year,
}

public enum ShopStatus
{
    Open,
    InProgress,
}

public sealed record ShopPlan(string Key, string Name, int Rank, int MonthlyMinutes, IReadOnlyList<ShopPrice> Prices);

public sealed record ShopPrice(ShopInterval Interval, ShopMoney Amount, ShopMoney Total);

public sealed record ShopMoney(string Amount, string Currency);

public sealed record ShopCustomer(int Id, string Name);

public sealed record ShopTicket(int Number, string Subject, ShopStatus Status);

public sealed record ShopEvent(int Sequence, string Kind);
