using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>Reads where an account stands with its commissions (FEN-02).</summary>
public sealed class LoyaltyReader(StoreSnapshots snapshots, SubscriptionStore subscriptions, Handbooks handbooks, IClock clock)
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
            var now = clock.GetCurrentInstant();
            var current = await subscriptions.FindCurrentAsync(db, account, token);
            var state = current is null
                ? null
                : PeriodSchedule.Settle(current.State, await subscriptions.LoadHoursAsync(db, account, current.State, token), current.Policies, now).Subscription;
            return new LoyaltyOverview(policy, LoyaltyRules.Stand(policy, months, house.Calendar.DateOf(now)), months, state);
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
/// <param name="Subscription">What is served and paid for; null without one.</param>
public sealed record LoyaltyOverview(
    LoyaltyPolicy Policy, LoyaltyStanding Standing, IReadOnlyList<CommissionMonth> Recorded, SubscriptionState? Subscription);
