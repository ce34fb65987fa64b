using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>A plan of hours that the house sells.</summary>
/// <param name="Key">Its name for programs, unique in the house.</param>
/// <param name="Rank">Its place among the house's plans, unique, 1 the lowest. Upgrade and downgrade go by rank, never by price.</param>
/// <param name="MonthlyMinutes">Minutes granted in every billing period, 0 or more.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Description">One sentence: whom it is for.</param>
/// <param name="Highlighted">Whether it is shown as the one most customers choose; at most one plan is.</param>
/// <param name="Priority">Its weight in the queue where the house orders by it, 0 or more, higher first (FEN-15).</param>
/// <param name="Entitlements">What it includes besides the hours, in the order they are shown.</param>
/// <param name="Prices">What it costs, by currency in the house's order, then by interval.</param>
/// <param name="OverageHourlyRates">
/// The net rate of an hour beyond the included ones, one a currency, where the house bills it (FEN-12); otherwise empty.
/// </param>
public sealed record Plan(
    string Key,
    int Rank,
    int MonthlyMinutes,
    LocalizedText Name,
    LocalizedText Description,
    bool Highlighted,
    int Priority,
    ImmutableArray<Entitlement> Entitlements,
    ImmutableArray<PlanPrice> Prices,
    ImmutableArray<Money> OverageHourlyRates)
{
    /// <summary>The price of that interval in that currency; null when it is not offered.</summary>
    public PlanPrice? PriceFor(BillingInterval interval, Currency currency) =>
        Prices.FirstOrDefault(price => price.Interval == interval && price.Amount.Currency == currency);

    /// <summary>Whether the plan costs nothing in that currency.</summary>
    public bool IsFreeIn(Currency currency) =>
        Prices.Any(price => price.Amount.Currency == currency)
        && Prices.All(price => price.Amount.Currency != currency || price.Amount.IsZero);

    public bool Includes(string entitlementKey) => Entitlements.Any(entitlement => entitlement.Key == entitlementKey);
}
