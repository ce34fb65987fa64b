using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Http;

/// <summary>What is compared.</summary>
internal static class Comparisons
{
    private const string Plans =
        "{ plans { key name rank monthlyMinutes prices { interval amount { amount currency } total { amount currency } } } }";

    private const string Dashboard =
        "{ account { name members { name role joinedAt } } }";

    public static IEnumerable<Comparison> All(ServerProcess server) =>
    [
        new("Plans, in memory", RawRequest.GraphQL(Plans), RawRequest.Get(PlansRoute.Path)),
        new("Dashboard, from SQLite", RawRequest.GraphQL(Dashboard, server.Token), RawRequest.Get(DashboardRoute.Path, server.Token)),
    ];
}
