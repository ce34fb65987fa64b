using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Http;

/// <summary>What is compared of the whole program.</summary>
internal static class Comparisons
{
    private const string PlansDocument =
        "{ plans { key name rank monthlyMinutes prices { interval amount { amount currency } total { amount currency } } } }";

    private const string DashboardDocument = """
        {
          account {
            name
            hourBalance { availableMinutes heldMinutes usedMinutes periodEnd }
            tickets(first: 20) { nodes { number subject status class { key name } updatedAt lastEvent { sequence kind at } } }
          }
        }
        """;

    /// <summary>Answered from memory.</summary>
    public static Comparison Plans(ServerProcess server) => Of(
        "Storefront: plans (four, with their prices), in memory",
        server,
        RawRequest.GraphQL(PlansDocument),
        RawRequest.Get(PlansRoute.Path));

    /// <summary>Answered by SQL, the same on both sides.</summary>
    public static Comparison Dashboard(ServerProcess server) => Of(
        "Storefront: dashboard (account, hours, 20 tickets with their last event), from SQLite",
        server,
        RawRequest.GraphQL(DashboardDocument, server.Token),
        RawRequest.Get(DashboardRoute.Path, server.Token));

    private static Comparison Of(string name, ServerProcess server, RawRequest graphQL, RawRequest handWritten) =>
        new(name, new Side("GraphQL", server, graphQL), new Side("hand-written route", server, handWritten), []);
}
