using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Checkout;

/// <summary>A plan was ordered, at that total with tax.</summary>
[EventType("order.placed")]
public sealed record OrderPlaced(OrderId OrderId, string PlanKey, BillingInterval Interval, long Total, string Currency) : AccountEvent;

/// <summary>The order was paid; what it bought is the customer's.</summary>
[EventType("order.paid")]
public sealed record OrderPaid(OrderId OrderId) : AccountEvent;

/// <summary>The order was not paid in time.</summary>
[EventType("order.expired")]
public sealed record OrderLapsed(OrderId OrderId) : AccountEvent;

/// <summary>The order was withdrawn, or another one took its place.</summary>
[EventType("order.canceled")]
public sealed record OrderWithdrawn(OrderId OrderId) : AccountEvent;
