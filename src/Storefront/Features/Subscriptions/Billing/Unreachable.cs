using Storefront.Domain.Shared;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>Stripe could not be reached, or failed: whether it did what it was told is not known. It is told again.</summary>
public sealed record Unreachable : Refusal
{
    public override string Code => "BILLING_UNREACHABLE";
}
