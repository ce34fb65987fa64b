using System.Diagnostics;
using Storefront.Benchmarks.Ledger;
using Storefront.Features.Search;
using Storefront.Tests.Support;

namespace Storefront.Benchmarks.Search;

/// <summary>Rare and common words among a house's messages, looked for by a large customer and by staff, as the pages do it.</summary>
internal static class SearchBenchmark
{
    private const int PageSize = 20;

    /// <summary>On SQLite, and on PostgreSQL where it is installed.</summary>
    public static async IAsyncEnumerable<SearchFigure> MeasureAsync(BenchmarkOptions options)
    {
        foreach (var postgres in PostgresCluster.ReasonToSkip is null ? new[] { false, true } : [false])
        {
            var name = postgres ? "PostgreSQL" : "SQLite";
            await using var store = await LedgerStore.OpenAsync(postgres ? await PostgresCluster.CreateDatabaseAsync() : null);
            var account = await SearchRows.AddAsync(store, options.Messages);
            yield return await IndexAsync(store, name, options.Messages);
            foreach (var (who, reach) in new[] { ("a customer with a tenth of them", SearchReach.Of(account)), ("staff", SearchReach.House) })
            {
                foreach (var (what, words) in Wanted)
                {
                    yield return await SearchAsync(store, $"{name}, {who}: {what}", reach, SearchText.Parse(words), options);
                }
            }
        }
    }

    private static IEnumerable<(string What, string Words)> Wanted =>
    [
        ("a rare word", $"\"{SearchRows.Rare}\""),
        ("a common word", $"\"{SearchRows.Common}\""),
        ("a common and a rare word", $"{SearchRows.Common} \"{SearchRows.Rare}\""),
        ("the beginning of a common word", "pag"),
        ("a phrase", $"\"{SearchRows.Common} de la tienda\""),
    ];

    /// <summary>What the upgrade of a database takes that has no index yet.</summary>
    private static async Task<SearchFigure> IndexAsync(LedgerStore store, string name, int messages)
    {
        await using var db = store.Db();
        var begun = Stopwatch.GetTimestamp();
        await store.Get<SearchIndex>().PrepareAsync(db, CancellationToken.None);
        return new SearchFigure(Text($"{name}: {messages} messages indexed at the upgrade"), "", Text($"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s"), "");
    }

    private static async Task<SearchFigure> SearchAsync(LedgerStore store, string name, SearchReach reach, SearchText text, BenchmarkOptions options)
    {
        var search = store.Get<TicketSearch>();
        var (found, times) = (0, new List<double>());
        for (var round = -3; round < options.Rounds * 15; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            var hits = await search.FindAsync(reach, text, CancellationToken.None);
            var page = await search.ReadAsync([.. hits.Tickets.Take(PageSize)], CancellationToken.None);
            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            found = hits.Tickets.Length;
            if (page.Count != Math.Min(PageSize, found))
            {
                throw new InvalidOperationException(Text($"{page.Count} tickets shown of {found}."));
            }
        }

        times.Sort();
        return new SearchFigure(name, Text($"{found}"), Text($"{times[times.Count / 2]:0.0} ms"), Text($"{times[times.Count * 99 / 100]:0.0} ms"));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
