namespace Storefront.Features.Checkout;

public enum OrderStatus
{
    /// <summary>Can be paid.</summary>
    AwaitingPayment,

    /// <summary>Paid, and what was bought is in force.</summary>
    Paid,

    /// <summary>Withdrawn, or overtaken by another purchase.</summary>
    Canceled,

    /// <summary>Paid with an amount or a currency that is not the order's; staff look at it.</summary>
    Disputed,
}
