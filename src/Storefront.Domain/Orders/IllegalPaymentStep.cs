using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>A payment cannot go from the one state to the other.</summary>
public sealed record IllegalPaymentStep(PaymentId PaymentId, PaymentStatus From, PaymentStatus To) : Refusal
{
    public override string Code => "ILLEGAL_PAYMENT_STEP";
}
