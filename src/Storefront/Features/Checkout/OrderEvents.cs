using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Checkout;

/// <summary>Something was ordered, at that total with tax: a plan, a package, a quote.</summary>
[EventType("order.placed")]
public sealed record OrderPlaced(
    OrderId OrderId, string? PlanKey, BillingInterval Interval, long Total, string Currency, string? PackageKey = null, QuoteId? QuoteId = null) : AccountEvent;

/// <summary>A part of an order was paid: so much, and so much is left.</summary>
[EventType("order.part-paid")]
public sealed record OrderPartPaid(OrderId OrderId, long Amount, long Left, string Currency) : AccountEvent;

/// <summary>The rest of an order was asked for (SEN-10).</summary>
[EventType("order.balance-due")]
public sealed record OrderBalanceDue(OrderId OrderId, long Left, string Currency) : AccountEvent;

/// <summary>Money that came for an order went back, so that it is owed again.</summary>
[EventType("order.payment-returned")]
public sealed record OrderPaymentReturned(OrderId OrderId, long Amount, long Left, string Currency) : AccountEvent;

/// <summary>The house gave back all that had come for an order, and it ended.</summary>
[EventType("order.refunded")]
public sealed record OrderGivenBack(OrderId OrderId, long Amount, string Currency) : AccountEvent;

/// <summary>The order was paid in full; what it bought is the customer's.</summary>
[EventType("order.paid")]
public sealed record OrderPaid(OrderId OrderId) : AccountEvent;

/// <summary>The order was not paid in time.</summary>
[EventType("order.expired")]
public sealed record OrderLapsed(OrderId OrderId) : AccountEvent;

/// <summary>The order was withdrawn, or another one took its place.</summary>
[EventType("order.canceled")]
public sealed record OrderWithdrawn(OrderId OrderId) : AccountEvent;
