using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store.DueWork;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store.DueWork;

public class DueWorkRunnerTests
{
    private readonly RecordingHandler.Record record = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_07_What_is_due_is_done_in_order_and_once_and_what_is_not_waits(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, RecordingHandler.Register(record));
        await RecordingHandler.ScheduleAsync(store, "third", Duration.FromHours(3));
        await RecordingHandler.ScheduleAsync(store, "first", Duration.FromHours(1));
        await RecordingHandler.ScheduleAsync(store, "second", Duration.FromHours(2));
        store.Time.Advance(Duration.FromHours(2));

        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Equal(["first", "second"], record.Keys);
        Assert.Equal(TestStore.Start + Duration.FromHours(3), await store.Get<DueWorkRunner>().NextDueAsync(CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_nodes_do_each_piece_once_between_them(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, RecordingHandler.Register(record));
        await using var otherNode = store.AnotherNode(RecordingHandler.Register(record));
        for (var i = 0; i < 20; i++)
        {
            await RecordingHandler.ScheduleAsync(store, $"piece-{i:00}", Duration.Zero);
        }

        await Task.WhenAll(
            Task.Run(() => store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None)),
            Task.Run(() => otherNode.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None)));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"piece-{i:00}"), record.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failure_is_kept_visible_and_tried_again_later(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, RecordingHandler.Register(record));
        await RecordingHandler.ScheduleAsync(store, "fails", Duration.Zero);
        record.Fails = true;

        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        await using var db = store.Db();
        var work = await db.Set<DueWorkRow>().SingleAsync();
        Assert.Equal((1, "It does not work today.", null), (work.Attempts, work.LastError, work.DoneAt));
        Assert.Null(await store.Get<DueWorkRunner>().NextDueAsync(CancellationToken.None));
        Assert.Equal(work.HeldUntil, await store.Get<DueWorkRunner>().NextRetryAsync(CancellationToken.None));

        record.Fails = false;
        await db.Set<DueWorkRow>().ExecuteUpdateAsync(row => row.SetProperty(held => held.HeldUntil, Instant.FromUtc(2020, 1, 1, 0, 0)));
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Equal(2, record.Done.Count);
        await using var again = store.Db();
        work = await again.Set<DueWorkRow>().SingleAsync();
        Assert.Equal((null, TestStore.Start), (work.LastError, work.DoneAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_piece_that_is_put_off_while_it_is_done_is_done_again_at_its_new_time(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, RecordingHandler.Register(record));
        await RecordingHandler.ScheduleAsync(store, "again", Duration.Zero);
        record.OnHandle = (_, _) => record.Done.Count == 1 ? RecordingHandler.ScheduleAsync(store, "again", Duration.FromHours(5)) : Task.CompletedTask;

        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        Assert.Equal(TestStore.Start + Duration.FromHours(5), await store.Get<DueWorkRunner>().NextDueAsync(CancellationToken.None));

        store.Time.Advance(Duration.FromHours(5));
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        Assert.Equal(["again", "again"], record.Keys);
        Assert.Null(await store.Get<DueWorkRunner>().NextDueAsync(CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_dead_node_had_claimed_is_taken_over(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, RecordingHandler.Register(record));
        await RecordingHandler.ScheduleAsync(store, "orphan", Duration.Zero);
        Assert.NotNull(await store.Get<DueWorkRunner>().ClaimAsync(CancellationToken.None));
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        Assert.Empty(record.Keys);

        await using var db = store.Db();
        await db.Set<DueWorkRow>().ExecuteUpdateAsync(row => row.SetProperty(held => held.HeldUntil, Instant.FromUtc(2020, 1, 1, 0, 0)));
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Equal(["orphan"], record.Keys);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_taken_back_is_not_done(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, RecordingHandler.Register(record));
        await RecordingHandler.ScheduleAsync(store, "withdrawn", Duration.Zero);

        await store.Transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                await scope.UnscheduleAsync("withdrawn", token);
                return Done.Value;
            },
            CancellationToken.None);
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Empty(record.Keys);
    }
}
