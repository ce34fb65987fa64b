using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Live;
using Storefront.Store.EventLog;
using Storefront.Tests.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Live;

public class EventRelayTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task COM_08_What_a_process_committed_and_died_over_is_told_by_the_next_one(DatabaseKind kind)
    {
        await using var died = await TestStore.CreateAsync(kind);
        var account = await died.OpenAccountAsync();
        await using var node = await LiveNode.StartAsync(died.AnotherNode());
        await using var reader = node.Follow(account, after: 0);
        var waiting = reader.NextAsync();

        // Committed by a node whose relay never ran: nobody was told.
        await AppendUntoldAsync(died, account);
        await node.Store.Get<EventRelay>().SweepAsync(CancellationToken.None);

        Assert.Equal(1, (await waiting).Sequence);
        await using var db = died.Db();
        Assert.NotNull((await db.Set<EventRow>().SingleAsync()).PublishedAt);
    }

    [Theory, OnPostgres]
    public async Task What_happens_on_one_node_is_seen_on_another_at_once(DatabaseKind kind)
    {
        await using var here = await LiveNode.StartAsync(kind);
        await using var there = await LiveNode.StartAsync(here.Store.AnotherNode());
        var account = await here.Store.OpenAccountAsync();
        await using var reader = there.Follow(account, after: 0);
        var waiting = reader.NextAsync();

        await here.AppendAsync(account, 1);

        Assert.Equal(1, (await waiting).Sequence);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_watches_everything_is_told_which_account_changed(DatabaseKind kind)
    {
        await using var node = await LiveNode.StartAsync(kind);
        var account = await node.Store.OpenAccountAsync();
        var told = new TaskCompletionSource<AccountId>();
        using var observing = node.Store.Get<LiveTopics>().Observe(changed => told.TrySetResult(changed));

        await node.AppendAsync(account, 1);

        Assert.Equal(account, await told.Task.WaitAsync(TimeSpan.FromSeconds(40)));
    }

    private static async Task AppendUntoldAsync(TestStore store, AccountId account) =>
        await store.Transactions.RunAsync<long>(
            account,
            (scope, _) => Task.FromResult<Result<long>>(scope.Append(new SampleHappened(1))),
            CancellationToken.None);
}
