using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Sandbox;

/// <summary>What the outbox has sent, newest first. What waits for a time of day, or went out with the day's mail, is not in it.</summary>
public sealed class MailboxReader(IDbContextFactory<StorefrontDb> contexts)
{
    private const int MostShown = 100;

    public async Task<IReadOnlyList<MailRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<MailRow>().AsNoTracking()
            .Where(mail => mail.DigestAt == null && (mail.SentAt != null || mail.HeldUntil == null))
            .OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).Take(MostShown).ToListAsync(cancellationToken);
    }

    public async Task<MailRow?> FindAsync(MailId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<MailRow>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken);
    }
}
