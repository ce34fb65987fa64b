using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>Names the plan that fits a need of hours, and what it leaves over or lacks.</summary>
public static class PlanAdvisor
{
    /// <summary>A thousand hours: what is beyond is a slip of the keyboard.</summary>
    public const int MostMinutes = 60_000;

    /// <summary>
    /// The cheapest plan that covers the need in a month, of plans that cost the same the one with more hours; where none does, the one
    /// with most hours. Rollover is left out of account: a need that comes every month never meets it.
    /// </summary>
    /// <param name="catalogue">The house's plans.</param>
    /// <param name="neededMinutes">Minutes of work needed a month, 0 to <see cref="MostMinutes"/>.</param>
    /// <param name="interval">Month or year; costs are compared by the month.</param>
    /// <param name="currency">The currency of the costs.</param>
    public static Result<PlanAdvice> Advise(PlanCatalogue catalogue, int neededMinutes, BillingInterval interval, Currency currency)
    {
        if (neededMinutes is < 0 or > MostMinutes)
        {
            return new AbsurdNeed(0, MostMinutes);
        }

        List<PlanFit> options = [];
        foreach (var plan in catalogue.Plans)
        {
            if (plan.PriceFor(interval, currency) is { } price)
            {
                var spare = plan.MonthlyMinutes - neededMinutes;
                options.Add(new PlanFit(plan, price, Math.Max(spare, 0), Math.Max(-spare, 0)));
            }
        }

        if (options.Count == 0)
        {
            return new NoPlanOnOffer(interval, currency.Code);
        }

        var cheapest = options.Where(option => option.Covers)
            .OrderBy(option => option.Price.MonthlyEquivalent)
            .ThenByDescending(option => option.Plan.MonthlyMinutes)
            .FirstOrDefault();
        var recommended = cheapest ?? options.OrderByDescending(option => option.Plan.MonthlyMinutes)
            .ThenBy(option => option.Price.MonthlyEquivalent)
            .First();
        return new PlanAdvice(
            neededMinutes,
            cheapest is null ? PlanAdviceReason.LargestAvailable : PlanAdviceReason.CheapestThatCovers,
            recommended,
            options.LastOrDefault(option => option.Plan.Rank < recommended.Plan.Rank),
            [.. options]);
    }
}
