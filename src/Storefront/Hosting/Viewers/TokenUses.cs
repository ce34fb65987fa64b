using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Hosting.Viewers;

/// <summary>
/// Writes down when tokens were used, beside the requests: none waits for it, and none fails because the database cannot be written just now.
/// What could not be written is tried again at the next use of a token.
/// </summary>
public sealed class TokenUses(IDbContextFactory<StorefrontDb> contexts, WriteQueue queue, ILogger<TokenUses> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<ApiTokenId, Instant> noted = new();
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Returns at once.</summary>
    public void Note(ApiTokenId token, Instant at)
    {
        noted[token] = at;
        wake.Writer.TryWrite(true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in wake.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception exception) when (StoreFailures.IsUnavailable(exception))
            {
                logger.LogDebug(exception, "When tokens were used could not be written yet");
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "When tokens were used cannot be written");
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var turn = await queue.EnterAsync(db, cancellationToken);
        foreach (var use in noted)
        {
            await db.Set<ApiToken>().Where(row => row.Id == use.Key)
                .ExecuteUpdateAsync(row => row.SetProperty(used => used.LastUsedAt, use.Value), cancellationToken);
            noted.TryRemove(use);
        }
    }
}
