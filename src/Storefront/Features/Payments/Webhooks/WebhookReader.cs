using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Payments.Webhooks;

/// <summary>What staff see of the events that came in.</summary>
public sealed class WebhookReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>Events that could not be processed yet, the latest first; also those that wait for longer than they should.</summary>
    /// <param name="waitingSince">What has waited since before that is listed as well.</param>
    /// <param name="most">How many at most, from 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<FailedWebhook>> ListFailedAsync(Instant waitingSince, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<WebhookEvent>().AsNoTracking()
            .Where(row => row.State == WebhookEventState.Failed || (row.State == WebhookEventState.Received && row.ReceivedAt < waitingSince))
            .OrderByDescending(row => row.ReceivedAt).Take(most)
            .Select(row => new FailedWebhook(row.Id, row.StripeEventId, row.Type, row.ReceivedAt, row.Attempts, row.LastError))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>An event that waits to be processed.</summary>
/// <param name="Id">Ours.</param>
/// <param name="StripeEventId">Stripe's, to look it up there.</param>
/// <param name="Type">Such as <c>invoice.paid</c>.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why not, in English; null when it was not tried yet.</param>
public sealed record FailedWebhook(WebhookEventId Id, string StripeEventId, string Type, Instant ReceivedAt, int Attempts, string? Error);
