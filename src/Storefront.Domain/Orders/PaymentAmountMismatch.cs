using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>What was paid is not what the order asks for, so the payment does not settle it.</summary>
public sealed record PaymentAmountMismatch(OrderId OrderId, Money Expected, Money Paid) : Refusal
{
    public override string Code => "PAYMENT_AMOUNT_MISMATCH";
}
