using Storefront.Benchmarks.Reports;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Http;

/// <summary>The whole program's API beside routes written by hand in it.</summary>
internal static class StorefrontRun
{
    /// <returns>What differs; null when it was measured.</returns>
    public static async Task<string?> RunAsync(BenchmarkOptions options)
    {
        await using var server = await ServerProcess.StartAsync();
        var (plans, dashboard) = (Comparisons.Plans(server), Comparisons.Dashboard(server));
        if ((await SideBySide.FindDifferenceAsync(plans)
            ?? await SideBySide.FindDifferenceAsync(dashboard)
            ?? await FindSqlDifferenceAsync(plans, readsDatabase: false)
            ?? await FindSqlDifferenceAsync(dashboard, readsDatabase: true)) is { } difference)
        {
            return difference;
        }

        await server.AskAsync(RawRequest.Get(ControlRoutes.StopSql));
        foreach (var comparison in (Comparison[])[plans, dashboard])
        {
            Console.WriteLine(HttpTable.Format(comparison, await SideBySide.MeasureAsync(comparison, options)));
        }

        return null;
    }

    private static async Task<string?> FindSqlDifferenceAsync(Comparison comparison, bool readsDatabase)
    {
        var graphQL = await RecordAsync(comparison.GraphQL);
        var handWritten = await RecordAsync(comparison.HandWritten);
        return graphQL != handWritten ? $"{comparison.Name} asks the database differently.\nGraphQL:\n{graphQL}\n\nhand-written:\n{handWritten}"
            : graphQL.Length > 0 != readsDatabase ? $"{comparison.Name} was recorded with this SQL: {graphQL}"
            : null;
    }

    private static async Task<string> RecordAsync(Side side)
    {
        await side.Server.AskAsync(RawRequest.Get(ControlRoutes.TakeSql));
        await side.Server.AskAsync(side.Request);
        return await side.Server.AskAsync(RawRequest.Get(ControlRoutes.TakeSql));
    }
}
