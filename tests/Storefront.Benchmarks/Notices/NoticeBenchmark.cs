using System.Globalization;
using Storefront.Benchmarks.Ledger;
using Storefront.Tests.Support;

namespace Storefront.Benchmarks.Notices;

/// <summary>The queue of payments that customers told of: a hundred thousand of them beside a thousand.</summary>
internal static class NoticeBenchmark
{
    private const int Few = 1_000;
    private const int Many = 100_000;

    /// <summary>A table in Markdown, line by line; on SQLite, and on PostgreSQL where it is installed.</summary>
    public static async IAsyncEnumerable<string> MeasureAsync(BenchmarkOptions options)
    {
        // Confirmed ones are not confirmed again, so that a thousand must be enough for all rounds.
        var rounds = options.Rounds == 1 ? 5 : 30;
        yield return string.Create(CultureInfo.InvariantCulture, $"| The queue of payments, medians | {Few} told of | {Many} told of | ratio |");
        yield return "|---|--:|--:|--:|";
        foreach (var isPostgres in PostgresCluster.ReasonToSkip is null ? new[] { false, true } : [false])
        {
            var name = isPostgres ? "PostgreSQL" : "SQLite";
            await using var few = await NoticeQueue.FillAsync(isPostgres ? await PostgresCluster.CreateDatabaseAsync() : null, Few);
            await using var many = await NoticeQueue.FillAsync(isPostgres ? await PostgresCluster.CreateDatabaseAsync() : null, Many);
            yield return await RowAsync($"{name}: the first page, with how many wait", rounds, few.OpenAsync, many.OpenAsync);
            yield return await RowAsync($"{name}: a page from the middle", rounds, few.TurnAsync, many.TurnAsync);
            yield return await RowAsync($"{name}: only what was decided on", rounds, few.FilterAsync, many.FilterAsync);
            yield return await RowAsync($"{name}: one confirmed", rounds, few.ConfirmAsync, many.ConfirmAsync);
        }
    }

    private static async Task<string> RowAsync(string name, int rounds, Func<Task> few, Func<Task> many)
    {
        var (small, large) = await LedgerStore.InTurnsAsync(rounds, few, many);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {small:0.00} ms | {large:0.00} ms | {large / small:0.00} |");
    }
}
