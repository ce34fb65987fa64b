using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>The order was paid before.</summary>
public sealed record OrderAlreadyPaid(OrderId OrderId, Instant? PaidAt) : Refusal
{
    public override string Code => "ORDER_ALREADY_PAID";
}
