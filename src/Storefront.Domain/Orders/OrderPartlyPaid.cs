using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>Money came for the order already, so it is not simply withdrawn.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Paid">What came.</param>
public sealed record OrderPartlyPaid(OrderId OrderId, Money Paid) : Refusal
{
    public override string Code => "ORDER_PARTLY_PAID";
}
