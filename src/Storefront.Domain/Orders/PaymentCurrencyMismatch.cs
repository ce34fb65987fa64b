using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>The payment was made in another currency than the order.</summary>
public sealed record PaymentCurrencyMismatch(OrderId OrderId, Money Expected, Money Paid) : Refusal
{
    public override string Code => "PAYMENT_CURRENCY_MISMATCH";
}
