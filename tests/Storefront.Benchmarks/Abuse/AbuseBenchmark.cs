using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Abuse;

namespace Storefront.Benchmarks.Abuse;

/// <summary>The engine, with the limits it has by itself, under the requests that the tests call hostile; each is new to it each time.</summary>
internal static class AbuseBenchmark
{
    public static async Task<IReadOnlyList<AbuseFigures>> MeasureAsync(BenchmarkOptions options)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var figures = new List<AbuseFigures>();
        foreach (var request in HostileRequests.All)
        {
            figures.Add(await MeasureAsync(request, services, Math.Max(3, options.Rounds)));
        }

        return figures;
    }

    private static async Task<AbuseFigures> MeasureAsync(HostileRequest request, IServiceProvider services, int rounds)
    {
        var variables = request.Variables is null ? default : JsonElement.Parse(request.Variables);
        var rows = new List<(TimeSpan Cpu, TimeSpan Time, long Bytes)>();
        for (var round = -2; round < rounds; round++)
        {
            // Another executor each time, so that no document is known.
            var executor = HostileRequests.BuildExecutor();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var cpu = Environment.CpuUsage.TotalTime;
            var started = Stopwatch.GetTimestamp();
            await using (await executor.ExecuteAsync(new OperationRequest { Document = request.Document, Variables = variables, Services = services }))
            {
                if (round >= 0)
                {
                    rows.Add((Environment.CpuUsage.TotalTime - cpu, Stopwatch.GetElapsedTime(started), GC.GetTotalAllocatedBytes(precise: true) - allocated));
                }
            }
        }

        return new AbuseFigures(
            request.Name,
            request.Expected,
            rows.Select(row => row.Cpu).Order().ElementAt(rows.Count / 2),
            rows.Select(row => row.Time).Order().ElementAt(rows.Count / 2),
            rows.Select(row => row.Bytes).Order().ElementAt(rows.Count / 2));
    }
}
