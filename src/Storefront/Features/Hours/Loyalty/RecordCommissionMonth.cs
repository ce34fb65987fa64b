using NodaTime;
using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>Staff put down the commission of a month, in order and once; the plan that it earns is in force for the period that starts next (FEN-02).</summary>
public sealed class RecordCommissionMonth(AccountTransactions transactions, SubscriptionStore subscriptions, Handbooks handbooks)
{
    /// <summary>The plan that was earned, or null; otherwise why the month was not put down.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="month">The month.</param>
    /// <param name="amount">Net of tax, an exact decimal in the house's currency.</param>
    /// <param name="onTime">Whether it was paid on time.</param>
    /// <param name="staff">Who records it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<RecordedMonth>> HandleAsync(
        AccountId account, YearMonth month, string amount, bool onTime, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("account");
        }

        if (handbooks.Present.Loyalty is not { } policy)
        {
            return new LoyaltyNotOffered();
        }

        var currency = policy.Levels[0].From.Currency;
        return Money.TryParseDecimal(amount, currency, out var net)
            ? await transactions.RunAsync<RecordedMonth>(
                account, (scope, token) => RecordAsync(scope, policy, new CommissionMonth(month, net, onTime), staff.UserId, token), cancellationToken)
            : new CommissionNotValid(currency.Code);
    }

    private async Task<Result<RecordedMonth>> RecordAsync(
        AccountScope scope, LoyaltyPolicy policy, CommissionMonth month, UserId staff, CancellationToken cancellationToken)
    {
        var today = handbooks.Present.Calendar.DateOf(scope.Now);
        var recorded = await LoyaltyReader.MonthsAsync(scope.Db, scope.AccountId, cancellationToken);
        if (LoyaltyRules.Check(recorded, month, policy.Levels[0].From.Currency, today).Refusal is { } refusal)
        {
            return refusal;
        }

        var standing = LoyaltyRules.Stand(policy, [.. recorded, month], today);

        // Only the row that ends with the last month that is over says something of the next period.
        var level = standing.Months[^1].Month == month.Month ? standing.Level : null;
        var plan = level is null ? null : handbooks.Present.Plans.Find(level.PlanKey);
        var isNeeded = await EarnAsync(scope, plan, cancellationToken);
        scope.Db.Add(new CommissionMonthRow
        {
            AccountId = scope.AccountId,
            Month = month.Month.OnDayOfMonth(1),
            Net = month.Net,
            OnTime = month.OnTime,
            RecordedBy = staff,
            RecordedAt = scope.Now,
            EarnedPlanKey = plan?.Key,
        });
        scope.Append(new CommissionRecorded(
            month.Month.OnDayOfMonth(1), month.Net.MinorUnits, month.Net.Currency.Code, month.OnTime, plan?.Key));
        return new RecordedMonth(month, plan, isNeeded);
    }

    /// <summary>Puts the plan down for the next period; gives whether it is higher than the one that will be in force.</summary>
    private async Task<bool> EarnAsync(AccountScope scope, Plan? plan, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is not { } current)
        {
            return false;
        }

        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current.State, cancellationToken);
        if (FreePlans.Earn(current.State, ledger, plan).TryGet(out var earned, out _))
        {
            await subscriptions.SaveAsync(scope, current.Row, earned, current.Policies, cancellationToken);
        }

        return plan is not null && plan.Rank > current.State.TermsFrom(current.State.Period.End).Rank;
    }
}

/// <summary>A month that was put down.</summary>
/// <param name="Month">The month.</param>
/// <param name="Earned">What is earned for the period that starts next; null for nothing.</param>
/// <param name="IsNeeded">Whether it is higher than the plan that will be in force.</param>
public sealed record RecordedMonth(CommissionMonth Month, Plan? Earned, bool IsNeeded);
