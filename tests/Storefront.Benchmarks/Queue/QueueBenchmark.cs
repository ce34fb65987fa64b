using System.Diagnostics;
using Storefront.Tests.Support;

namespace Storefront.Benchmarks.Queue;

/// <summary>A queue of ten thousand tickets: put in another order and published, and read by those who only want a part of it.</summary>
internal static class QueueBenchmark
{
    public const int Few = 100;
    public const int Many = 10_000;

    /// <summary>On SQLite, and on PostgreSQL where it is installed.</summary>
    public static async IAsyncEnumerable<QueueFigure> MeasureAsync(BenchmarkOptions options)
    {
        var rounds = options.Rounds == 1 ? 3 : options.Rounds * 5;
        foreach (var isPostgres in PostgresCluster.ReasonToSkip is null ? new[] { false, true } : [false])
        {
            var name = isPostgres ? "PostgreSQL" : "SQLite";
            await using var small = await FillAsync(isPostgres, Few);
            await using var large = await FillAsync(isPostgres, Many);
            yield return await CompareAsync($"{name}: a class changed, until the reordered queue is published", rounds, small.ReorderAsync, large.ReorderAsync);
            yield return await CompareAsync($"{name}: a customer's ticket page, its place counted", rounds, small.OpenTicketPageAsync, large.OpenTicketPageAsync);
            yield return await CompareAsync($"{name}: a page of the desk, what is at risk first", rounds, small.OpenDeskAsync, large.OpenDeskAsync);
        }
    }

    private static async Task<QueueFigure> CompareAsync(string name, int rounds, Func<Task> small, Func<Task> large)
    {
        var (first, second, allocated) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<long>());
        for (var round = -2; round < rounds; round++)
        {
            var one = await TimeAsync(small);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var other = await TimeAsync(large);
            if (round >= 0)
            {
                first.Add(one);
                second.Add(other);
                allocated.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
            }
        }

        return new QueueFigure(name, Median(first), Median(second), Median(allocated));
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun);
    }

    private static T Median<T>(List<T> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<WaitingQueue> FillAsync(bool isPostgres, int tickets) =>
        await WaitingQueue.FillAsync(isPostgres ? await PostgresCluster.CreateDatabaseAsync() : null, tickets);
}
