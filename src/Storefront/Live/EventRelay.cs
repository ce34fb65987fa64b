using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Live;

/// <summary>
/// Tells subscribers what was committed. A commit in this process wakes it; what a dead process left untold is found by a sweep of the rows
/// that were not published. Everything is read from the log by each account's gapless sequence, so nothing is told that was not committed.
/// </summary>
internal sealed class EventRelay(
    IDbContextFactory<StorefrontDb> contexts,
    LiveTopics topics,
    EventLogReader log,
    IEnumerable<INodeNotifier> notifiers,
    BusinessClock clock,
    WriteQueue writers,
    ILogger<EventRelay> logger) : BackgroundService, ICommitListener
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    private readonly INodeNotifier[] notifiers = [.. notifiers];
    private readonly ConcurrentDictionary<AccountId, byte> touched = new();
    private readonly SemaphoreSlim wake = new(0, 1);

    public void Committed(Commit commit)
    {
        if (commit.AccountId is { } account)
        {
            touched[account] = 0;
            Wake();
        }
    }

    /// <summary>Another node published something of that account; null when we may have missed any account's.</summary>
    public async Task HeardAsync(AccountId? account, CancellationToken cancellationToken)
    {
        foreach (var topic in account is { } one ? topics.Followed(one) : topics.Followed())
        {
            await RefreshAsync(topic, cancellationToken);
        }

        if (account is { } heard)
        {
            topics.TellObservers(heard);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        wake.Dispose();
    }

    /// <summary>Publishes what is committed and not published of all accounts.</summary>
    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var account in await db.Set<EventRow>().Where(row => row.PublishedAt == null).Select(row => row.AccountId).Distinct().ToListAsync(cancellationToken))
        {
            await PublishAsync(account, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var woken = await wake.WaitAsync(SweepEvery, stoppingToken);
                if (!woken)
                {
                    await SweepAsync(stoppingToken);
                }

                foreach (var account in touched.Keys)
                {
                    touched.TryRemove(account, out _);
                    await PublishAsync(account, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Events could not be published; the next sweep finds them");
            }
        }
    }

    private async Task PublishAsync(AccountId account, CancellationToken cancellationToken)
    {
        await HeardAsync(account, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var untold = await db.Set<EventRow>().AsNoTracking().Where(row => row.AccountId == account && row.PublishedAt == null)
            .GroupBy(row => row.Stream).Select(rows => new { Stream = rows.Key, Last = rows.Max(row => row.Sequence) }).ToListAsync(cancellationToken);
        foreach (var stream in untold)
        {
            foreach (var notifier in notifiers)
            {
                await notifier.NotifyAsync(account, stream.Last, cancellationToken);
            }

            Instant? now = clock.GetCurrentInstant();
            using var turn = await writers.EnterAsync(db, cancellationToken);
            await db.Set<EventRow>()
                .Where(row => row.AccountId == account && row.Stream == stream.Stream && row.Sequence <= stream.Last && row.PublishedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(published => published.PublishedAt, now), cancellationToken);
        }
    }

    /// <summary>Readers that wait stand at the end of the log: the latest events are read once for all of them.</summary>
    private async Task RefreshAsync(LiveTopic topic, CancellationToken cancellationToken)
    {
        const int batch = 100;
        if (topic.LastSequence is null)
        {
            topic.Add(await log.ReadLastAsync(topic.Key.AccountId, topic.Key.Stream, batch, cancellationToken));
        }

        // To the end: who has read all that the topic has waits until it has more.
        while (topic.LastSequence is { } last)
        {
            var further = await log.ReadAsync(topic.Key.AccountId, topic.Key.Stream, last, ticket: null, batch, cancellationToken);
            topic.Add(further);
            if (further.Count < batch)
            {
                break;
            }
        }

        await topics.SignalAsync(topic);
    }

    private void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }
}
