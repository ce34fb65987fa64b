using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Sandbox;

/// <summary>What the outbox has sent, newest first.</summary>
public sealed class MailboxReader(IDbContextFactory<StorefrontDb> contexts)
{
    private const int MostShown = 100;

    public async Task<IReadOnlyList<MailRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<MailRow>().AsNoTracking().OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).Take(MostShown).ToListAsync(cancellationToken);
    }

    public async Task<MailRow?> FindAsync(MailId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<MailRow>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken);
    }
}
