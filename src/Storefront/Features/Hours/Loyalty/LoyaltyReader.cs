using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>Reads where an account stands with its commissions (FEN-02).</summary>
public sealed class LoyaltyReader(StoreSnapshots snapshots, Handbooks handbooks, IClock clock)
{
    /// <summary>The standing and the months behind it; null where the house rewards no commission.</summary>
    public Task<LoyaltyOverview?> ReadAsync(AccountId account, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var house = handbooks.Present;
            if (house.Loyalty is not { } policy)
            {
                return null;
            }

            var months = await MonthsAsync(db, account, token);
            return new LoyaltyOverview(policy, LoyaltyRules.Stand(policy, months, house.Calendar.DateOf(clock.GetCurrentInstant())), months);
        },
        cancellationToken);

    internal static async Task<IReadOnlyList<CommissionMonth>> MonthsAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken) =>
    [
        .. (await db.Set<CommissionMonthRow>().AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Month)
            .ToListAsync(cancellationToken)).Select(row => row.ToDomain()),
    ];
}

/// <summary>Where an account stands with its commissions.</summary>
/// <param name="Policy">The house's rule.</param>
/// <param name="Standing">What the last months come to.</param>
/// <param name="Recorded">All months put down, the first one first.</param>
public sealed record LoyaltyOverview(LoyaltyPolicy Policy, LoyaltyStanding Standing, IReadOnlyList<CommissionMonth> Recorded);
