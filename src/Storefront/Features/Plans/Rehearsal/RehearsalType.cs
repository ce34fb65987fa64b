using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions.Rehearsal;
using Storefront.Features.Accounts;
using Storefront.Features.Subscriptions;

namespace Storefront.Features.Plans.Rehearsal;

/// <summary>How a plan would have served an account's last months. Amounts are net.</summary>
[ObjectType("RehearsedPlan")]
public sealed class RehearsedPlanView(RehearsedPlan played)
{
    /// <summary>The plan.</summary>
    public Plan Plan => played.Plan;

    /// <summary>By the month or by the year.</summary>
    public BillingInterval Interval => played.Price.Interval;

    /// <summary>What the months would have cost: of a yearly price the share of the year, and work beyond the included hours.</summary>
    public Money Cost => played.Cost;

    /// <summary>Of that what work beyond the included hours would have cost.</summary>
    public Money OverageCost => played.OverageCost;

    /// <summary>Minutes of work that could not have been done.</summary>
    public int UncoveredMinutes => played.UncoveredMinutes;

    /// <summary>Minutes of work that would have been billed by themselves.</summary>
    public int OverageMinutes => played.OverageMinutes;

    /// <summary>Minutes that would have been brought forward.</summary>
    public int AdvancedMinutes => played.AdvancedMinutes;

    /// <summary>Minutes that would have rolled over.</summary>
    public int RolledOverMinutes => played.RolledOverMinutes;

    /// <summary>Minutes that would have lapsed unused.</summary>
    public int LapsedMinutes => played.LapsedMinutes;
}

/// <summary>An account's rehearsal.</summary>
[ExtendObjectType<AccountView>]
public static class AccountRehearsal
{
    /// <summary>The account's last billing periods replayed on every plan: those that cover all the work first, then the cheapest first. Empty while no period is over.</summary>
    /// <param name="account">The account.</param>
    /// <param name="reader">Replays them.</param>
    /// <param name="subscriptions">Reads the account's own.</param>
    /// <param name="handbook">The house's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="periods">How many of the last periods, 1 to 12.</param>
    /// <param name="currency">In which it is reckoned; null for that of the account's plan, or else the house's first.</param>
    [Authorize(Scopes = ["hours:read"])]
    public static async Task<IReadOnlyList<RehearsedPlanView>> PlanRehearsalAsync(
        [Parent] AccountView account,
        RehearsalReader reader,
        SubscriptionReader subscriptions,
        Handbook handbook,
        CancellationToken cancellationToken,
        int periods = 6,
        Currency? currency = null)
    {
        var own = currency ?? (await subscriptions.ReadLatestAsync(account.AccountId, cancellationToken))?.State.Terms.Price.Currency;
        return await reader.ReadAsync(account.AccountId, own ?? handbook.DefaultCurrency, periods, cancellationToken) is { } overview
            ? [.. overview.Plans.Select(played => new RehearsedPlanView(played))]
            : [];
    }
}
