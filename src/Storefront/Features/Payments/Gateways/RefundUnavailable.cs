using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Gateways;

/// <summary>The money could not be given back just now; it is tried again by itself.</summary>
public sealed record RefundUnavailable : Refusal
{
    public override string Code => "REFUND_UNAVAILABLE";
}
