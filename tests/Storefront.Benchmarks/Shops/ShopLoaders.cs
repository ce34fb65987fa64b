using Storefront.GraphQL.DataLoaders;

namespace Storefront.Benchmarks.Shops;

/// <summary>Tickets by customer.</summary>
public sealed class TicketsOfCustomer(IBatchScheduler scheduler, DataLoaderOptions options) : GroupedDataLoader<int, ShopTicket>(scheduler, options)
{
    protected override Task<ILookup<int, ShopTicket>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        Shop.TicketsAsync(keys);
}

/// <summary>Events by ticket.</summary>
public sealed class EventsOfTicket(IBatchScheduler scheduler, DataLoaderOptions options) : GroupedDataLoader<int, ShopEvent>(scheduler, options)
{
    protected override Task<ILookup<int, ShopEvent>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        Shop.EventsAsync(keys);
}
