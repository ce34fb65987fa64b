using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Features.Hours;
using Storefront.Store.DueWork;
using Storefront.Tests.Support;

namespace Storefront.Benchmarks.Ledger;

/// <summary>What grows with a house: accounts at a month's end, the lines of a ledger, the tickets of an account.</summary>
internal static class LedgerBenchmark
{
    private const int Accounts = 10_000;
    private const int Lines = 100_000;
    private const int Tickets = 1_000_000;
    private const int FewLines = 100;
    private const int FewTickets = 1_000;

    /// <summary>On SQLite, and on PostgreSQL where it is installed.</summary>
    public static async IAsyncEnumerable<LedgerFigure> MeasureAsync(BenchmarkOptions options)
    {
        var scale = options.Rounds == 1 ? 100 : 1;
        foreach (var postgres in PostgresCluster.ReasonToSkip is null ? new[] { false, true } : [false])
        {
            var name = postgres ? "PostgreSQL" : "SQLite";
            yield return await CatchUpAsync(name, postgres, Accounts / scale);
            yield return await BalanceAsync(name, postgres, Lines / scale, options);
            yield return await DashboardAsync(name, postgres, Tickets / scale, options);
        }
    }

    /// <summary>A month ends for every account at once: each closes its period, rolls over, is granted the next and reports to its owner.</summary>
    private static async Task<LedgerFigure> CatchUpAsync(string name, bool postgres, int accounts)
    {
        await using var store = await OpenAsync(postgres);
        await new AccountCopies(store).AddAsync(await store.OpenAccountAsync("first"), accounts - 1);
        store.Time.Now = Instant.FromUtc(2026, 12, 2, 12, 0);
        var begun = Stopwatch.GetTimestamp();
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(begun);
        await using var db = store.Db();
        var granted = await db.Set<HourEntryRow>().CountAsync(entry => entry.Kind == HourEntryKind.Grant);
        var rolledOver = await db.Set<HourEntryRow>().CountAsync(entry => entry.Kind == HourEntryKind.Rollover);
        var left = await db.Set<DueWorkRow>().CountAsync(work => work.DoneAt == null && work.DueAt <= store.Time.Now);
        return granted == 2 * accounts && rolledOver == accounts && left == 0
            ? new LedgerFigure(
                Text($"{name}: catch-up of {accounts} accounts over a month's end, reports included"),
                Text($"{took.TotalSeconds:0.0} s"),
                Text($"{accounts / took.TotalSeconds:0} accounts/s"),
                "",
                "")
            : throw new InvalidOperationException(Text($"{granted} grants and {rolledOver} rollovers for {accounts} accounts; {left} not done."));
    }

    /// <summary>The hours of an account with a hundred lines and of one with very many, both over five years.</summary>
    private static async Task<LedgerFigure> BalanceAsync(string name, bool postgres, int lines, BenchmarkOptions options)
    {
        await using var store = await OpenAsync(postgres);
        var (small, large) = (await store.OpenAccountAsync("small"), await store.OpenAccountAsync("large"));
        store.Time.Now = Instant.FromUtc(2026, 11, 30, 12, 0);
        await BulkRows.AddLinesAsync(store, small, FewLines);
        await BulkRows.AddLinesAsync(store, large, lines);
        var reader = store.Get<HourReader>();
        var read = await reader.ReadAsync(large, null, CancellationToken.None);
        if ((read.AvailableMinutes, read.UsedMinutes) != (1200, 0))
        {
            throw new InvalidOperationException(Text($"{read.AvailableMinutes} minutes left and {read.UsedMinutes} used is not what was written."));
        }

        var (ofFew, ofMany) = await LedgerStore.InTurnsAsync(
            options.Rounds * 40,
            () => reader.ReadAsync(small, null, CancellationToken.None),
            () => reader.ReadAsync(large, null, CancellationToken.None));
        return Row(Text($"{name}: hours of an account with {FewLines} and with {lines} lines"), ofFew, ofMany, 2);
    }

    /// <summary>What a dashboard reads of an account with a thousand tickets and of one with very many.</summary>
    private static async Task<LedgerFigure> DashboardAsync(string name, bool postgres, int tickets, BenchmarkOptions options)
    {
        await using var small = await OpenAsync(postgres);
        await using var large = await OpenAsync(postgres);
        var (few, many) = (await DashboardReading.FillAsync(small, Math.Min(FewTickets, tickets / 10)), await DashboardReading.FillAsync(large, tickets));
        var (ofFew, ofMany) = await LedgerStore.InTurnsAsync(options.Rounds * 40, few.ReadAsync, many.ReadAsync);
        return Row(Text($"{name}: dashboard of an account with {few.Tickets} and with {many.Tickets} tickets"), ofFew, ofMany, 1.5);
    }

    private static LedgerFigure Row(string name, double small, double large, double aim) =>
        new(name, Text($"{small:0.00} ms"), Text($"{large:0.00} ms"), Text($"{large / small:0.00}"), Text($"≤ {aim}"));

    private static async Task<LedgerStore> OpenAsync(bool postgres) =>
        await LedgerStore.OpenAsync(postgres ? await PostgresCluster.CreateDatabaseAsync() : null);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
