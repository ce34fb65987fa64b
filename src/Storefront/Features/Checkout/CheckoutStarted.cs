using Storefront.Domain.Orders;

namespace Storefront.Features.Checkout;

/// <summary>An order, and where it can be paid.</summary>
/// <param name="Reference">What it is quoted by.</param>
/// <param name="Status">Where it stands; an order of nothing is paid at once.</param>
/// <param name="Url">The payment page; null when there is nothing to be paid any more.</param>
public sealed record CheckoutStarted(string Reference, OrderStatus Status, Uri? Url);
