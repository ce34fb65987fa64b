using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Entitlements;

/// <summary>What an account's plan includes, as it was sold (COM-04).</summary>
public sealed class PlanServices(Handbooks handbooks)
{
    /// <summary>In the handbook's order; none without a subscription that has not ended.</summary>
    public async Task<ImmutableArray<Entitlement>> OfAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        if (!handbooks.Present.SellsPlans)
        {
            return [];
        }

        var sold = await db.Set<PlanSubscription>().AsNoTracking().Where(row => row.AccountId == account && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => new { row.HandbookVersion, row.PlanKey }).SingleOrDefaultAsync(cancellationToken);
        return sold is null ? [] : await OfAsync(db, sold.HandbookVersion, sold.PlanKey, cancellationToken);
    }

    /// <summary>What a plan includes under the version of the handbook that it was sold under.</summary>
    public async Task<ImmutableArray<Entitlement>> OfAsync(StorefrontDb db, string version, string planKey, CancellationToken cancellationToken)
    {
        var plan = (await handbooks.OfVersionAsync(db, version, cancellationToken)).Plans.Find(planKey) ?? handbooks.Present.Plans.Find(planKey);
        return plan is null ? [] : [.. plan.Entitlements.Select(Understood)];
    }

    // Versions of before this was written down say in words only what the house does.
    private Entitlement Understood(Entitlement sold) => sold.Provides is not null
        ? sold
        : sold with { Provides = handbooks.Present.Plans.AllEntitlements.FirstOrDefault(present => present.Key == sold.Key)?.Provides };
}
