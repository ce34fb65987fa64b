using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Http;

/// <summary>What is compared.</summary>
internal static class Comparisons
{
    private const string Plans =
        "{ plans { key name rank monthlyMinutes prices { interval amount { amount currency } total { amount currency } } } }";

    private const string Dashboard = """
        {
          account {
            name
            hourBalance { availableMinutes heldMinutes usedMinutes periodEnd }
            tickets(first: 20) { nodes { number subject status class { key name } updatedAt lastEvent { sequence kind at } } }
          }
        }
        """;

    public static IEnumerable<Comparison> All(ServerProcess server) =>
    [
        new("Plans (four, with their prices), in memory", RawRequest.GraphQL(Plans), RawRequest.Get(PlansRoute.Path), ReadsDatabase: false),
        new("Dashboard (account, hours, 20 tickets with their last event), from SQLite", RawRequest.GraphQL(Dashboard, server.Token), RawRequest.Get(DashboardRoute.Path, server.Token), ReadsDatabase: true),
    ];
}
