using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>The order was not paid in time; a new one can be placed.</summary>
public sealed record OrderExpired(OrderId OrderId, Instant ExpiredAt) : Refusal
{
    public override string Code => "ORDER_EXPIRED";
}
