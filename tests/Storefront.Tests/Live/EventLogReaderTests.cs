using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Live;
using Storefront.Store.EventLog;
using Storefront.Tests.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Live;

public class EventLogReaderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task COM_08_What_was_missed_comes_first_then_what_happens_each_once_and_in_order(DatabaseKind kind)
    {
        await using var node = await LiveNode.StartAsync(kind);
        var account = await node.Store.OpenAccountAsync();
        await node.AppendAsync(account, 3);
        await using var reader = node.Follow(account, after: 1);
        Assert.Equal([2, 3], await reader.TakeAsync(2));

        await node.AppendAsync(account, 2);

        Assert.Equal([4, 5], await reader.TakeAsync(2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_08_Hundreds_of_events_of_many_writers_reach_every_reader_complete(DatabaseKind kind)
    {
        await using var node = await LiveNode.StartAsync(kind);
        var account = await node.Store.OpenAccountAsync();
        await using var early = node.Follow(account, after: 0);
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await node.AppendAsync(account, 20);
            }
        })));
        await using var late = node.Follow(account, after: 0);

        var expected = Enumerable.Range(1, 400).Select(i => (long)i).ToList();
        Assert.Equal(expected, await early.TakeAsync(400));
        Assert.Equal(expected, await late.TakeAsync(400));
        await writing;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reader_that_pauses_far_beyond_what_is_kept_reads_on_from_the_log(DatabaseKind kind)
    {
        await using var node = await LiveNode.StartAsync(kind);
        var account = await node.Store.OpenAccountAsync();
        await node.AppendAsync(account, 1);
        await using var slow = node.Follow(account, after: 0);
        Assert.Equal([1], await slow.TakeAsync(1));
        await using var quick = node.Follow(account, after: 0);
        for (var i = 0; i < 6; i++)
        {
            await node.AppendAsync(account, 100);
        }

        Assert.Equal(601, (await quick.TakeAsync(601)).Count);
        Assert.Equal(Enumerable.Range(2, 600).Select(i => (long)i), await slow.TakeAsync(600));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sequence_that_never_was_is_a_gap_and_not_silence(DatabaseKind kind)
    {
        await using var node = await LiveNode.StartAsync(kind);
        var account = await node.Store.OpenAccountAsync();
        await node.AppendAsync(account, 2);
        await using var reader = node.Follow(account, after: 7);

        Assert.Equal(new LogGap(2), await reader.NextAsync());
        await node.AppendAsync(account, 1);
        Assert.Equal([3], await reader.TakeAsync(1));
    }

    [Theory, OnSqlite]
    public async Task What_was_trimmed_from_the_log_is_a_gap(DatabaseKind kind)
    {
        await using var node = await LiveNode.StartAsync(kind);
        var account = await node.Store.OpenAccountAsync();
        await node.AppendAsync(account, 5);
        await using (var db = node.Store.Db())
        {
            await db.Set<EventRow>().Where(row => row.Sequence <= 3).ExecuteDeleteAsync();
        }

        await using var reader = node.Follow(account, after: 1);
        Assert.Equal(new LogGap(5), await reader.NextAsync());
        await using var inTime = node.Follow(account, after: 3);
        Assert.Equal([4, 5], await inTime.TakeAsync(2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_06_Who_follows_a_ticket_sees_neither_other_tickets_nor_other_accounts_nor_staff(DatabaseKind kind)
    {
        await using var node = await LiveNode.StartAsync(kind);
        var (account, other) = (await node.Store.OpenAccountAsync(), await node.Store.OpenAccountAsync("Otra"));
        var (ticket, another) = (TicketId.New(TestStore.Start), TicketId.New(TestStore.Start));
        await using var reader = node.Follow(account, after: 0, ticket);
        await node.Store.Transactions.RunAsync<Done>(
            account,
            (scope, _) =>
            {
                scope.Append(new SampleTicketHappened(another, 1));
                scope.AppendStaff(new SampleTicketHappened(ticket, 2));
                scope.Append(new SampleTicketHappened(ticket, 3));
                return Task.FromResult<Result<Done>>(Done.Value);
            },
            CancellationToken.None);
        await node.AppendAsync(other, 2);
        await node.Store.Transactions.RunAsync<long>(account, (scope, _) => Task.FromResult<Result<long>>(scope.Append(new SampleTicketHappened(ticket, 4))), CancellationToken.None);

        var seen = new[] { await reader.NextAsync(), await reader.NextAsync() }.Cast<StoredEvent>();

        Assert.Equal([(2L, 3), (3L, 4)], seen.Select(happened => (happened.Sequence, ((SampleTicketHappened)happened.Happened).Number)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reader_that_goes_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var node = await LiveNode.StartAsync(kind);
        var account = await node.Store.OpenAccountAsync();
        await node.AppendAsync(account, 1);
        var reader = node.Follow(account, after: 0);
        await reader.NextAsync();
        Assert.Single(node.Store.Get<LiveTopics>().Followed(account));

        await reader.DisposeAsync();

        Assert.Empty(node.Store.Get<LiveTopics>().Followed(account));
    }
}
