using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Features.Plans;

/// <summary>A plan at one price, as a card shows it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Price">Its price for the interval and the currency that were chosen.</param>
/// <param name="WithTax">Whether the house shows its prices with tax.</param>
/// <param name="IsSuggested">It stands out: the calculator named it, or else most customers choose it.</param>
public sealed record PlanOffer(Plan Plan, PlanPrice Price, bool WithTax, bool IsSuggested)
{
    public bool IsFree => Price.Amount.IsZero;

    /// <summary>What a month costs, the house's way: with or without tax. For a year a twelfth of it, rounded to be shown only.</summary>
    public Money ShownMonthly => WithTax && Price.Interval == BillingInterval.Year
        ? Price.Total.MultiplyByFraction(1, PlanPrice.MonthsPerYear)
        : WithTax ? Price.Total : Price.MonthlyEquivalent;
}
