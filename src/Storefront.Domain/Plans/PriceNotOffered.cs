using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>The plan is not sold for that interval in that currency.</summary>
/// <param name="PlanKey">The plan.</param>
/// <param name="Interval">The term that was asked for.</param>
/// <param name="CurrencyCode">The currency that was asked for.</param>
public sealed record PriceNotOffered(string PlanKey, BillingInterval Interval, string CurrencyCode) : Refusal
{
    public override string Code => "PRICE_NOT_OFFERED";
}
