using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Features.Inbound;
using Storefront.Features.Members;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Hosting;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Store.Retention;

/// <summary>
/// Removes what has served its purpose and is old enough: texts of processed webhooks and then their rows, sent mail, callers' idempotency
/// keys, due work that was done, invitations that ran out as long ago as mail is kept. A few rows a transaction, so that nobody waits for it. Twice, or on several nodes at a time, does no harm.
/// </summary>
public sealed class StorePruner(IDbContextFactory<StorefrontDb> contexts, BusinessClock clock, WriteQueue writers, StorefrontSettings settings)
{
    /// <summary>Most rows of one transaction.</summary>
    public const int BatchSize = 500;

    private static readonly byte[] Nothing = [];

    /// <returns>How many rows were removed or emptied.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (now, days) = (clock.GetCurrentInstant(), settings.Retention);
        var (texts, webhooks, mails) = (now - Duration.FromDays(days.WebhookTextDays), now - Duration.FromDays(days.WebhookDays), now - Duration.FromDays(days.MailDays));
        var (keys, done) = (now - Duration.FromDays(days.IdempotencyKeyDays), now - Duration.FromDays(days.DoneWorkDays));
        return await InBatchesAsync(db => Processed(db, webhooks).OrderBy(row => row.ReceivedAt).Take(BatchSize).ExecuteDeleteAsync(cancellationToken), cancellationToken)
            + await InBatchesAsync(
                db => Processed(db, texts).Where(row => row.Raw != "").OrderBy(row => row.ReceivedAt).Take(BatchSize)
                    .ExecuteUpdateAsync(row => row.SetProperty(webhook => webhook.Raw, ""), cancellationToken),
                cancellationToken)
            + await InBatchesAsync(db => Ended(db, webhooks).OrderBy(row => row.ReceivedAt).Take(BatchSize).ExecuteDeleteAsync(cancellationToken), cancellationToken)
            + await InBatchesAsync(
                db => Ended(db, texts).Where(row => row.Raw != Nothing).OrderBy(row => row.ReceivedAt).Take(BatchSize)
                    .ExecuteUpdateAsync(row => row.SetProperty(message => message.Raw, Nothing), cancellationToken),
                cancellationToken)
            + await InBatchesAsync(
                db => db.Set<MailRow>().Where(row => row.SentAt != null && row.CreatedAt < mails).OrderBy(row => row.CreatedAt).Take(BatchSize)
                    .ExecuteDeleteAsync(cancellationToken),
                cancellationToken)
            + await InBatchesAsync(
                db => db.Set<Invitation>().Where(row => row.ExpiresAt < mails).OrderBy(row => row.ExpiresAt).Take(BatchSize).ExecuteDeleteAsync(cancellationToken),
                cancellationToken)
            + await InBatchesAsync(
                db => db.Set<DueWorkRow>().Where(row => row.DoneAt != null && row.DoneAt < done).OrderBy(row => row.DoneAt).Take(BatchSize)
                    .ExecuteDeleteAsync(cancellationToken),
                cancellationToken)
            + await InBatchesAsync(db => RemoveKeysAsync(db, keys, cancellationToken), cancellationToken);
    }

    private static IQueryable<WebhookEvent> Processed(StorefrontDb db, Instant before) => db.Set<WebhookEvent>()
        .Where(row => (row.State == WebhookEventState.Processed || row.State == WebhookEventState.Ignored) && row.ReceivedAt < before);

    private static IQueryable<InboundMessage> Ended(StorefrontDb db, Instant before) => db.Set<InboundMessage>()
        .Where(row => (row.State == InboundState.Processed || row.State == InboundState.Dropped) && row.ReceivedAt < before);

    /// <summary>Not those that stand for payments: by them a payment is known for ever (COM-05).</summary>
    private static async Task<int> RemoveKeysAsync(StorefrontDb db, Instant before, CancellationToken cancellationToken)
    {
        var old = db.Set<IdempotencyKeyRow>().Where(row => row.Operation != SubscriptionLifecycle.PaidTermOperation && row.CreatedAt < before);
        var last = await old.OrderBy(row => row.CreatedAt).Skip(BatchSize - 1).Select(row => (Instant?)row.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return await (last is { } edge ? old.Where(row => row.CreatedAt <= edge) : old).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<int> InBatchesAsync(Func<StorefrontDb, Task<int>> batch, CancellationToken cancellationToken)
    {
        var all = 0;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            using var turn = await writers.EnterAsync(db, cancellationToken);
            var removed = await batch(db);
            all += removed;
            if (removed < BatchSize)
            {
                return all;
            }
        }
    }
}
