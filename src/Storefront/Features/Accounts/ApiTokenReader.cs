using Microsoft.EntityFrameworkCore;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>The tokens that a person sees: its own and, for an owner, all of its account.</summary>
public sealed class ApiTokenReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>Those not revoked, newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = viewer.AccountId is not null && viewer.IsAtLeast(MemberRole.Owner);
        return await db.Set<ApiToken>().AsNoTracking()
            .Where(row => row.RevokedAt == null && (row.UserId == viewer.UserId || (all && row.AccountId == viewer.AccountId)))
            .OrderByDescending(row => row.CreatedAt)
            .ToListAsync(cancellationToken);
    }
}
