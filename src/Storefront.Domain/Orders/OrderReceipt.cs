using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>What a payment made of an order.</summary>
/// <param name="Order">The order with it.</param>
/// <param name="Applied">What of the payment went to the order.</param>
/// <param name="Surplus">What is more than was owed: the customer's, to be carried to what it pays next.</param>
/// <param name="HasCovered">Whether with it all came that is due with the order, so that the work can begin.</param>
public sealed record OrderReceipt(OrderState Order, Money Applied, Money Surplus, bool HasCovered)
{
    /// <summary>Whether all is paid.</summary>
    public bool IsPaid => Order.Status == OrderStatus.Paid;
}
