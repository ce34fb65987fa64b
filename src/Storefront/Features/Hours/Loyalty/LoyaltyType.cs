using NodaTime;
using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>Where an account stands with its commissions (FEN-02).</summary>
[ObjectType("Loyalty")]
public sealed class LoyaltyView(LoyaltyOverview overview, Handbook handbook)
{
    /// <summary>How many consecutive calendar months are averaged.</summary>
    public int RequiredMonths => overview.Policy.Months;

    /// <summary>How many of the last months were paid on time, without a gap.</summary>
    public int MonthsInRow => overview.Standing.InRow;

    /// <summary>The average of those months, net; null without any.</summary>
    public Money? Average => overview.Standing.Average;

    /// <summary>The plan that they earn; null for none.</summary>
    public Plan? Earned => overview.Standing.Level is { } level ? handbook.Plans.Find(level.PlanKey) : null;

    /// <summary>The first day of the last month that breaks the row, being late or missing; null when none does.</summary>
    public LocalDate? BrokenBy => overview.Standing.Breaks?.Month.OnDayOfMonth(1);

    /// <summary>The months that are looked at, the first one first.</summary>
    public IReadOnlyList<LoyaltyMonthView> Months => [.. overview.Standing.Months.Select(month => new LoyaltyMonthView(month))];

    /// <summary>What each plan takes, the lowest first.</summary>
    public IReadOnlyList<LoyaltyGoalView> Goals => [.. overview.Standing.Goals.Select(goal => new LoyaltyGoalView(goal, handbook))];
}

/// <summary>A calendar month and the commission that was recorded for it.</summary>
[ObjectType("LoyaltyMonth")]
public sealed class LoyaltyMonthView(LoyaltyMonth month)
{
    /// <summary>Its first day.</summary>
    public LocalDate FirstDay => month.Month.OnDayOfMonth(1);

    /// <summary>Its commission, net; null while it is not recorded.</summary>
    public Money? Net => month.Recorded?.Net;

    /// <summary>Whether it was paid on time; null while it is not recorded.</summary>
    public bool? OnTime => month.Recorded?.OnTime;
}

/// <summary>What a plan takes to be earned.</summary>
[ObjectType("LoyaltyGoal")]
public sealed class LoyaltyGoalView(LoyaltyGoal goal, Handbook handbook)
{
    /// <summary>The plan.</summary>
    public Plan Plan => handbook.Plans.Find(goal.Level.PlanKey)!;

    /// <summary>The average from which it is earned, net.</summary>
    public Money From => goal.Level.From;

    /// <summary>Whether exactly that average earns it, or only more.</summary>
    public bool Inclusive => goal.Level.Inclusive;

    /// <summary>In how many more months, each paid on time.</summary>
    public int MonthsNeeded => goal.Months;

    /// <summary>What those months must bring in all, net.</summary>
    public Money Needed => goal.Needed;
}

/// <summary>An account's loyalty.</summary>
[ExtendObjectType<AccountView>]
public static class AccountLoyalty
{
    /// <summary>Where the account stands with its commissions; null where the house rewards none.</summary>
    [Authorize(Scopes = ["hours:read"])]
    public static async Task<LoyaltyView?> LoyaltyAsync(
        [Parent] AccountView account, LoyaltyReader reader, Handbook handbook, CancellationToken cancellationToken) =>
        await reader.ReadAsync(account.AccountId, cancellationToken) is { } overview ? new LoyaltyView(overview, handbook) : null;
}

/// <summary>Commissions, as staff put them down.</summary>
[MutationType]
public static class LoyaltyMutations
{
    /// <summary>Records an account's commission of a calendar month: once, after the month is over, and in the order of the months. For staff only.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="month">Any day of the month.</param>
    /// <param name="amount">Net of tax, an exact decimal in the house's currency.</param>
    /// <param name="onTime">Whether it was paid on time.</param>
    /// <param name="viewer">Who records it.</param>
    /// <param name="action">The action.</param>
    /// <param name="accounts">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<NotFound>]
    [Error<LoyaltyNotOffered>]
    [Error<CommissionNotValid>]
    [Error<CommissionMonthNotOver>]
    [Error<CommissionMonthRecorded>]
    [Error<CommissionMonthOutOfOrder>]
    public static async Task<Result<AccountView>> RecordCommissionMonthAsync(
        [ID("Account")] Guid accountId,
        LocalDate month,
        string amount,
        bool onTime,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        RecordCommissionMonth action,
        AccountByIdDataLoader accounts,
        CancellationToken cancellationToken)
    {
        var account = new AccountId(accountId);
        var recorded = await action.HandleAsync(account, month.ToYearMonth(), amount, onTime, viewer, cancellationToken);
        return recorded.Refusal is { } refusal ? refusal : (await accounts.LoadAsync(account, cancellationToken))!;
    }
}
