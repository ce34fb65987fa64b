using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Checkout;

/// <summary>What an order is for, line by line.</summary>
/// <param name="Items">The lines, the paid term first.</param>
public sealed record OrderLines(IReadOnlyList<ChangeLine> Items);
