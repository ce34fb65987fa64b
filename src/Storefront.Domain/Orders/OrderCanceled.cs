using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>The order was withdrawn.</summary>
public sealed record OrderCanceled(OrderId OrderId, Instant? CanceledAt) : Refusal
{
    public override string Code => "ORDER_CANCELED";
}
