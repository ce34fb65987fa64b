using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Gateways;

/// <summary>The money could not be given back just now; nothing has changed.</summary>
public sealed record RefundUnavailable : Refusal
{
    public override string Code => "REFUND_UNAVAILABLE";
}
