using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Sync;

/// <summary>What was paid for a further term is not its price.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Expected">Its net price.</param>
/// <param name="Paid">The net price that was charged.</param>
public sealed record RenewalAmountMismatch(SubscriptionId SubscriptionId, Money Expected, Money Paid) : Refusal
{
    public override string Code => "RENEWAL_AMOUNT_MISMATCH";
}
