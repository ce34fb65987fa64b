using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>No plan is sold for that interval in that currency, so none can be advised.</summary>
public sealed record NoPlanOnOffer(BillingInterval Interval, string CurrencyCode) : Refusal
{
    public override string Code => "NO_PLAN_ON_OFFER";
}
