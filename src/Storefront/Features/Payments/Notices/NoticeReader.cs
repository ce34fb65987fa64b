using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>Reads what an account told of its payments.</summary>
public sealed class NoticeReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>What was told of an order, the latest first; none for an order that the account does not have.</summary>
    public async Task<IReadOnlyList<PaymentNotice>> ListAsync(AccountId account, OrderId order, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PaymentNotice>().AsNoTracking().Where(row => row.AccountId == account && row.OrderId == order)
            .OrderByDescending(row => row.Number).ToListAsync(cancellationToken);
    }
}
