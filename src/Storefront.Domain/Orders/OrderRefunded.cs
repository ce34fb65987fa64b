using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>All that came for the order was given back, and it has ended.</summary>
public sealed record OrderRefunded(OrderId OrderId, Instant? RefundedAt) : Refusal
{
    public override string Code => "ORDER_REFUNDED";
}
