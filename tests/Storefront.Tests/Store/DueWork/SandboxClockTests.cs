using NodaTime;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store.DueWork;

public class SandboxClockTests
{
    private readonly RecordingHandler.Record record = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_07_Moved_by_a_month_it_does_everything_at_its_own_instant(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, RecordingHandler.Register(record));
        await RecordingHandler.ScheduleAsync(store, "day 9", Duration.FromDays(9));
        await RecordingHandler.ScheduleAsync(store, "day 2", Duration.FromDays(2));
        await RecordingHandler.ScheduleAsync(store, "day 99", Duration.FromDays(99));
        record.OnHandle = (work, _) => work.Key == "day 2" ? RecordingHandler.ScheduleAsync(store, "day 3, found out on day 2", Duration.FromDays(3)) : Task.CompletedTask;

        var now = await store.Get<SandboxClock>().MoveToAsync(TestStore.Start + Duration.FromDays(30), CancellationToken.None);

        Assert.Equal(TestStore.Start + Duration.FromDays(30), now.Value);
        Assert.Equal(
            [("day 2", 2.0), ("day 3, found out on day 2", 3.0), ("day 9", 9.0)],
            record.Done.Select(done => (done.Key, (done.At - TestStore.Start).TotalDays)));
    }

    [Theory, OnSqlite]
    public async Task It_does_not_go_back(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);

        var moved = await store.Get<SandboxClock>().MoveToAsync(TestStore.Start - Duration.FromSeconds(1), CancellationToken.None);

        Assert.Equal(new ClockMovesForward(TestStore.Start), moved.Refusal);
        Assert.Equal(TestStore.Start, store.Get<BusinessClock>().GetCurrentInstant());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_restart_keeps_what_it_showed(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await store.Get<SandboxClock>().MoveToAsync(TestStore.Start + Duration.FromDays(3), CancellationToken.None);
        store.Time.Advance(Duration.FromMinutes(1));

        await using var restarted = store.AnotherNode();
        await restarted.Get<StorePreparation>().RunAsync(CancellationToken.None);

        Assert.Equal(TestStore.Start + Duration.FromDays(3) + Duration.FromMinutes(1), restarted.Get<BusinessClock>().GetCurrentInstant());
    }

    [Theory, OnSqlite]
    public async Task An_empty_sandbox_can_begin_in_the_past_and_only_once(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var clock = store.Get<SandboxClock>();

        await clock.BeginAtAsync(TestStore.Start - Duration.FromDays(90), CancellationToken.None);

        Assert.Equal(TestStore.Start - Duration.FromDays(90), store.Get<BusinessClock>().GetCurrentInstant());
        await Assert.ThrowsAsync<InvalidOperationException>(() => clock.BeginAtAsync(TestStore.Start, CancellationToken.None));
    }

    [Theory, OnSqlite]
    public async Task A_piece_that_fails_does_not_stop_the_clock(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, RecordingHandler.Register(record));
        record.Fails = true;
        await RecordingHandler.ScheduleAsync(store, "fails", Duration.FromDays(1));

        var moved = await store.Get<SandboxClock>().MoveToAsync(TestStore.Start + Duration.FromDays(2), CancellationToken.None);

        Assert.Equal(TestStore.Start + Duration.FromDays(2), moved.Value);
        Assert.Equal(["fails"], record.Keys);
    }
}
