using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Benchmarks.Shops;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Execution;

namespace Storefront.Benchmarks.Engine;

/// <summary>The engine without HTTP and database: what an operation costs when its values are in memory.</summary>
internal static class EngineBenchmark
{
    private static readonly (string Name, string Document)[] Operations =
    [
        ("four plans with eight prices", ShopDocuments.Plans),
        ("customer with 20 tickets of 2 events, values at hand", ShopDocuments.Customer),
        ("customer with 20 tickets of 2 events, by data loaders", ShopDocuments.LoadedCustomer),
    ];

    public static async Task<IReadOnlyList<EngineFigures>> MeasureAsync(BenchmarkOptions options)
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddShop();
        await using var provider = services.BuildServiceProvider();
        var executor = provider.GetRequiredService<IRequestExecutor>();
        var figures = new List<EngineFigures>();
        foreach (var (name, document) in Operations)
        {
            figures.Add(await MeasureAsync(executor, provider, name, Encoding.UTF8.GetBytes(document), options));
        }

        return figures;
    }

    private static async Task<EngineFigures> MeasureAsync(
        IRequestExecutor executor, IServiceProvider services, string name, byte[] document, BenchmarkOptions options)
    {
        var answer = await ExecuteAsync(executor, services, document);
        await RunAsync(executor, services, document, options.WarmUp);
        var rounds = new List<(double Speed, double Bytes)>();
        for (var round = 0; round < options.Rounds; round++)
        {
            rounds.Add(await RunAsync(executor, services, document, options.Round / 2));
        }

        return new EngineFigures(
            name,
            rounds.Select(round => round.Speed).Order().ElementAt(rounds.Count / 2),
            rounds.Select(round => round.Bytes).Order().ElementAt(rounds.Count / 2),
            answer);
    }

    private static async Task<(double Speed, double Bytes)> RunAsync(IRequestExecutor executor, IServiceProvider services, byte[] document, TimeSpan duration)
    {
        var count = 0;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            for (var burst = 0; burst < 100; burst++)
            {
                await ExecuteAsync(executor, services, document);
            }

            count += 100;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return (count / elapsed.TotalSeconds, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / count);
    }

    private static async Task<int> ExecuteAsync(IRequestExecutor executor, IServiceProvider services, byte[] document)
    {
        await using var result = (OperationResult)await executor.ExecuteAsync(new OperationRequest { Document = document, Services = services });
        return result.Errors.Count == 0 ? result.Body.Length : throw new InvalidOperationException(Encoding.UTF8.GetString(result.Body.Span));
    }
}
