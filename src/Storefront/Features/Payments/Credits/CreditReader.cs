using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Payments.Credits;

/// <summary>Reads what the house owes an account.</summary>
public sealed class CreditReader(IDbContextFactory<StorefrontDb> contexts)
{
    private const int Most = 100;

    /// <summary>What there is, a currency each; none where there is nothing.</summary>
    public async Task<IReadOnlyList<Money>> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await db.Set<CreditEntry>().AsNoTracking().Where(entry => entry.AccountId == account)
            .OrderByDescending(entry => entry.Sequence).Take(Most).ToListAsync(cancellationToken);
        return [.. entries.GroupBy(entry => entry.Amount.Currency).Select(own => new Money(own.First().BalanceAfterMinorUnits, own.Key)).Where(left => left.IsPositive)];
    }
}
