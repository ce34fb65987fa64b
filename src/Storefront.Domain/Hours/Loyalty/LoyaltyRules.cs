using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours.Loyalty;

/// <summary>What commission earns (FEN-02): the average of the last consecutive calendar months, each paid on time.</summary>
public static class LoyaltyRules
{
    /// <summary>
    /// Whether a month can be recorded: <see cref="CommissionNotValid"/>, <see cref="CommissionMonthNotOver"/>, <see cref="CommissionMonthRecorded"/> or
    /// <see cref="CommissionMonthOutOfOrder"/> otherwise. A month that is left out is missing, and breaks the row.
    /// </summary>
    /// <param name="recorded">The months recorded so far, the first one first.</param>
    /// <param name="month">The month to record.</param>
    /// <param name="currency">The currency of the house's commissions.</param>
    /// <param name="today">Today in the house's zone.</param>
    public static Result<Done> Check(IReadOnlyList<CommissionMonth> recorded, CommissionMonth month, Currency currency, LocalDate today) =>
        month.Net.IsNegative || month.Net.Currency != currency ? new CommissionNotValid(currency.Code)
        : month.Month.OnDayOfMonth(1).PlusMonths(1) > today ? new CommissionMonthNotOver(month.Month)
        : recorded.Any(known => known.Month == month.Month) ? new CommissionMonthRecorded(month.Month)
        : recorded.Count > 0 && month.Month.CompareTo(recorded[^1].Month) < 0 ? new CommissionMonthOutOfOrder(month.Month, recorded[^1].Month)
        : Done.Value;

    /// <summary>Where an account stands: what the last months earn, and what breaks it.</summary>
    /// <param name="policy">The house's.</param>
    /// <param name="recorded">The months recorded, the first one first.</param>
    /// <param name="today">Today in the house's zone.</param>
    public static LoyaltyStanding Stand(LoyaltyPolicy policy, IReadOnlyList<CommissionMonth> recorded, LocalDate today)
    {
        var known = recorded.ToDictionary(month => month.Month);
        var last = CommissionMonth.Before(today.ToYearMonth());

        // Until the last month is in the books, the row is judged as it stood with the month before it.
        if (!known.ContainsKey(last) && known.ContainsKey(CommissionMonth.Before(last)))
        {
            last = CommissionMonth.Before(last);
        }

        var months = ImmutableArray.CreateBuilder<LoyaltyMonth>();
        for (var month = last; months.Count < policy.Months; month = CommissionMonth.Before(month))
        {
            months.Insert(0, new LoyaltyMonth(month, known.GetValueOrDefault(month)));
        }

        var currency = policy.Levels[0].From.Currency;
        var row = months.AsEnumerable().Reverse().TakeWhile(month => month.Counts).Reverse().ToList();
        var sum = Money.Sum(row.Select(month => month.Recorded!.Net), currency);
        var level = row.Count == policy.Months ? policy.LevelOf(sum) : null;
        var carried = row.Count == policy.Months ? row.Skip(1) : row;
        var carriedSum = Money.Sum(carried.Select(month => month.Recorded!.Net), currency);
        var next = policy.Levels.Select(one => new LoyaltyGoal(
            one, policy.Months - carried.Count(), Max(one.LeastSum(policy.Months) - carriedSum, Money.Zero(currency))));
        return new LoyaltyStanding(months.ToImmutable(), row.Count, sum, level, [.. next]);
    }

    private static Money Max(Money one, Money other) => one >= other ? one : other;
}
