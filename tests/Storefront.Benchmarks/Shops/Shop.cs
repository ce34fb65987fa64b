namespace Storefront.Benchmarks.Shops;

/// <summary>What is asked for in memory: plans like a handbook's, and a customer with twenty tickets of two events each.</summary>
public static class Shop
{
    private static readonly ShopStatus[] Statuses = [ShopStatus.Open, ShopStatus.InProgress, ShopStatus.Done];

    public static IReadOnlyList<ShopPlan> Plans { get; } =
    [
        .. Enumerable.Range(1, 4).Select(rank => new ShopPlan($"plan-{rank}", $"Plan número {rank}", rank, rank * 300,
        [
            new ShopPrice(ShopInterval.Month, new ShopMoney($"{rank * 49}.00", "USD"), new ShopMoney($"{rank * 58}.31", "USD")),
            new ShopPrice(ShopInterval.Year, new ShopMoney($"{rank * 529}.20", "USD"), new ShopMoney($"{rank * 629}.75", "USD")),
        ])),
    ];

    public static ShopCustomer Customer { get; } = new(1, "Tienda Ñandú",
    [
        .. Enumerable.Range(1, 20).Select(number => new ShopTicket(number, $"El carro no suma el despacho ({number})", Statuses[number % 3],
        [
            new ShopEvent(number * 2, "TICKET_OPENED"),
            new ShopEvent((number * 2) + 1, "TICKET_STATUS_CHANGED"),
        ])),
    ]);

    /// <summary>A customer's tickets as a database would give them: by its id, and not at once.</summary>
    public static async Task<ILookup<int, ShopTicket>> TicketsAsync(IReadOnlyList<int> customers)
    {
        await Task.Yield();
        return customers.SelectMany(id => Customer.Tickets, (id, ticket) => (id, ticket)).ToLookup(pair => pair.id, pair => pair.ticket);
    }

    /// <summary>Tickets' events, in the same way.</summary>
    public static async Task<ILookup<int, ShopEvent>> EventsAsync(IReadOnlyList<int> tickets)
    {
        await Task.Yield();
        return tickets.SelectMany(number => Customer.Tickets[number - 1].Events, (number, happened) => (number, happened))
            .ToLookup(pair => pair.number, pair => pair.happened);
    }
}
