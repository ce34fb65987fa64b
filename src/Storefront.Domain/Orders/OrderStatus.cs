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

    /// <summary>The house gave back all that came for it: nothing of it is owed any more.</summary>
    Refunded,
}
