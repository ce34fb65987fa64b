using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>More came than was owed: the order is paid, and the rest is the customer's.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Surplus">The rest.</param>
public sealed record PaymentBeyondOrder(string Reference, Money Surplus) : Refusal
{
    public override string Code => "PAYMENT_BEYOND_ORDER";
}
