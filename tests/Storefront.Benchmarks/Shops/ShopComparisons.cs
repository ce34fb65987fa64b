using Storefront.Benchmarks.Http;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Shops;

/// <summary>The shop behind everything that serves it.</summary>
internal static class ShopComparisons
{
    public static IEnumerable<Comparison> All(ServerProcess server, IReadOnlyList<(string Name, ServerProcess Server)> others)
    {
        return
        [
            Of("Plans (four, with their prices)", ShopDocuments.Plans, ShopRoutes.Plans),
            Of("Customer with 20 tickets of 2 events, values at hand", ShopDocuments.Customer, ShopRoutes.Customer),
            Of("Customer with 20 tickets of 2 events, by data loaders", ShopDocuments.LoadedCustomer, ShopRoutes.LoadedCustomer),
        ];

        Comparison Of(string name, string document, string route) => new(
            $"{name}, in memory",
            new Side("Storefront.GraphQL", server, RawRequest.GraphQL(document)),
            new Side("hand-written route", server, RawRequest.Get(route)),
            [.. others.Select(other => new Side(other.Name, other.Server, RawRequest.GraphQL(document)))]);
    }
}
