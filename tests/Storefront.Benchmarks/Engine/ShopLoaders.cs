using Storefront.GraphQL.DataLoaders;

namespace Storefront.Benchmarks.Engine;

/// <summary>Tickets by customer; it waits once, as a database would make it.</summary>
public sealed class TicketsOfCustomer(IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<int, ShopTicket[]>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, ShopTicket[]>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return keys.ToDictionary(key => key, _ => Shop.Tickets);
    }
}

/// <summary>Events by ticket.</summary>
public sealed class EventsOfTicket(IBatchScheduler scheduler, DataLoaderOptions options) : GroupedDataLoader<int, ShopEvent>(scheduler, options)
{
    protected override async Task<ILookup<int, ShopEvent>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Shop.Events;
    }
}
