using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>What was sold of a plan, which a changed handbook does not touch (COM-04).</summary>
/// <param name="PlanKey">The plan.</param>
/// <param name="Rank">Its rank when it was sold, by which changes go.</param>
/// <param name="MonthlyMinutes">Minutes of each billing period.</param>
/// <param name="Interval">The paid term: month or year.</param>
/// <param name="Price">The net price of one paid term.</param>
public sealed record PlanTerms(string PlanKey, int Rank, int MonthlyMinutes, BillingInterval Interval, Money Price)
{
    /// <summary>What a plan offers, or <see cref="PriceNotOffered"/>.</summary>
    public static Result<PlanTerms> Of(Plan plan, BillingInterval interval, Currency currency) =>
        interval != BillingInterval.Once && plan.PriceFor(interval, currency) is { } price
            ? new PlanTerms(plan.Key, plan.Rank, plan.MonthlyMinutes, interval, price.Amount)
            : new PriceNotOffered(plan.Key, interval, currency.Code);
}
