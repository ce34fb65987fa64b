using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Storefront.Live;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>
/// The house's queue each time that something of any account may have moved it, read once for all who follow it. Each follower looks for its
/// own places in it and tells only those.
/// </summary>
public sealed class QueueMoves(
    LiveTopics topics, IDbContextFactory<StorefrontDb> contexts, TicketQueueReader queues, ILogger<QueueMoves> logger) : BackgroundService
{
    private readonly Lock gate = new();
    private readonly HashSet<Channel<HouseQueue>> followers = [];
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The queue soon after it is asked for, then after each change; changes that come while it is being read are told once.</summary>
    public async IAsyncEnumerable<HouseQueue> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var latest = Channel.CreateBounded<HouseQueue>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            followers.Add(latest);
        }

        try
        {
            changes.Writer.TryWrite(true);
            await foreach (var queue in latest.Reader.ReadAllAsync(cancellationToken))
            {
                yield return queue;
            }
        }
        finally
        {
            lock (gate)
            {
                followers.Remove(latest);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var observed = topics.Observe(_ => changes.Writer.TryWrite(true));
        while (await changes.Reader.WaitToReadAsync(stoppingToken))
        {
            changes.Reader.TryRead(out _);
            if (Followers() is { Length: > 0 } waiting)
            {
                try
                {
                    await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                    var queue = await queues.ReadAsync(db, stoppingToken);
                    foreach (var follower in waiting)
                    {
                        follower.Writer.TryWrite(queue);
                    }
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogWarning(exception, "The queue could not be read; the next change tries again");
                }
            }
        }
    }

    private Channel<HouseQueue>[] Followers()
    {
        lock (gate)
        {
            return [.. followers];
        }
    }
}
