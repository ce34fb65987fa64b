using Storefront.Benchmarks.Http;
using Storefront.Benchmarks.Reports;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Shops;

/// <summary>The GraphQL server alone beside a hand-written route and, where there is Node.js, its GraphQL servers.</summary>
internal static class ShopRun
{
    /// <returns>What differs; null when it was measured.</returns>
    public static async Task<string?> RunAsync(BenchmarkOptions options)
    {
        await using var server = await ServerProcess.StartAsync(ShopServer.Verb);
        var others = new List<(string Name, ServerProcess Server)>();
        try
        {
            if (await NodePackage.InstallAsync() is { } package)
            {
                others.AddRange([("mercurius with its JIT", await package.StartAsync("mercurius")), ("graphql-yoga", await package.StartAsync("yoga"))]);
                Console.WriteLine(await package.DescribeAsync());
            }

            var comparisons = ShopComparisons.All(server, others).ToList();
            foreach (var comparison in comparisons)
            {
                if (await SideBySide.FindDifferenceAsync(comparison) is { } difference)
                {
                    return difference;
                }
            }

            foreach (var comparison in comparisons)
            {
                Console.WriteLine(HttpTable.Format(comparison, await SideBySide.MeasureAsync(comparison, options)));
            }

            return null;
        }
        finally
        {
            foreach (var (_, other) in others)
            {
                await other.DisposeAsync();
            }
        }
    }
}
