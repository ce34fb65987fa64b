using Storefront.Domain.Shared;

namespace Storefront.Features.Subscriptions;

/// <summary>The account has a subscription that has not ended; it can be changed, not bought again.</summary>
/// <param name="PlanKey">Its plan.</param>
public sealed record SubscriptionAlreadyRuns(string PlanKey) : Refusal
{
    public override string Code => "SUBSCRIPTION_ALREADY_RUNS";
}
