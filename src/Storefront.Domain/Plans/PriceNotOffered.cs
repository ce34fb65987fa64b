using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>The plan is not sold for that interval in that currency.</summary>
public sealed record PriceNotOffered(string PlanKey, BillingInterval Interval, string CurrencyCode) : Refusal
{
    public override string Code => "PRICE_NOT_OFFERED";
}
