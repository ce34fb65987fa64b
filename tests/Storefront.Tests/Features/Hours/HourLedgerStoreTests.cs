using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Hours;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

public class HourLedgerStoreTests
{
    private static readonly HourLedgerStore Ledgers = new();

    private static readonly HourPolicy Policy = new(
        RolloverPercent: 30,
        AdvancePercent: 50,
        GraceDays: 3,
        UseOrder: [LotSource.Rollover, LotSource.Grant, LotSource.Upgrade, LotSource.Advance],
        MinimumMinutesPerTicket: new Dictionary<string, int>(),
        OnCallPercent: 100,
        Overage: OveragePolicy.Refuse);

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_What_rules_posted_is_what_the_next_action_finds(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();
        await PostAsync(store, account, "grant", Grant(600, "grant"));
        var used = await PostAsync(store, account, "use", (ledger, now) => ledger.Use(Policy, 90, now, new HourCause(HourCauseKind.WorkLog), "use"));

        Assert.Equal(510, used.Value);
        var found = (await store.Transactions.RunAsync<HourLedger>(
            account, async (scope, token) => await Ledgers.LoadAsync(scope.Db, scope.AccountId, ["use", "unheard"], token), CancellationToken.None)).Value;
        Assert.Equal((510, 2L), (found.Balance, found.LastSequence));
        Assert.Equal((600, 510, false), (Assert.Single(found.Lots).Minutes, found.Lots[0].RemainingMinutes, found.Lots[0].Closed));
        Assert.Equal(["use"], found.Keys);

        await using var db = store.Db();
        var line = await Ledgers.FindEntryAsync(db, account, "use", CancellationToken.None);
        Assert.Equal((-90, 510, -90), (line!.Minutes, line.BalanceAfter, line.Lots.Sum(lot => lot.Minutes)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_The_same_posting_twice_is_once(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();

        await PostAsync(store, account, "grant", Grant(600, "grant"));
        var again = await PostAsync(store, account, "grant", Grant(600, "grant"));

        Assert.Equal(600, again.Value);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_09_Work_beyond_the_balance_is_refused_whole_whoever_asks_at_once(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var otherNode = store.AnotherNode();
        var account = await store.OpenAccountAsync();
        await PostAsync(store, account, "grant", Grant(100, "grant"));

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => PostAsync(
            i % 2 == 0 ? store : otherNode,
            account,
            $"use-{i}",
            (ledger, now) => ledger.Use(Policy, 60, now, new HourCause(HourCauseKind.WorkLog), $"use-{i}"))));

        Assert.Equal(40, Assert.Single(results, result => !result.IsRefused).Value);
        Assert.All(results.Where(result => result.IsRefused), result => Assert.Equal(new NotEnoughHours(20, 40), result.Refusal));
    }

    private static Func<HourLedger, Instant, Result<HourPosting>> Grant(int minutes, string key) =>
        (ledger, now) => ledger.Grant(minutes, now, now + Duration.FromDays(30), new HourCause(HourCauseKind.Payment), key);

    private static Task<Result<int>> PostAsync(TestStore store, AccountId account, string key, Func<HourLedger, Instant, Result<HourPosting>> rule) =>
        store.Transactions.RunAsync<int>(
            account,
            async (scope, token) =>
            {
                var posted = rule(await Ledgers.LoadAsync(scope.Db, scope.AccountId, [key], token), scope.Now);
                if (posted.Refusal is { } refusal)
                {
                    return refusal;
                }

                await Ledgers.AppendAsync(scope, posted.Value.Ledger, posted.Value.Entries, token);
                return posted.Value.Ledger.Balance;
            },
            CancellationToken.None);
}
