namespace Storefront.Domain.Orders;

/// <summary>Where an order stands.</summary>
public enum OrderStatus
{
    /// <summary>It can be paid, now or later, until it expires.</summary>
    AwaitingPayment,

    /// <summary>It was paid in full; what it bought is the customer's.</summary>
    Paid,

    /// <summary>It was not paid in time.</summary>
    Expired,

    /// <summary>It was withdrawn before it was paid.</summary>
    Canceled,
}
