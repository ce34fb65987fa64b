namespace Storefront.Domain.Orders;

/// <summary>Where a payment stands.</summary>
public enum PaymentStatus
{
    /// <summary>Begun, or notified by the customer, and not confirmed yet.</summary>
    Pending,

    /// <summary>The money has arrived.</summary>
    Succeeded,

    /// <summary>It was declined, or staff found no such payment.</summary>
    Failed,

    /// <summary>The money went back.</summary>
    Refunded,
}
