namespace Storefront.Features.Payments;

public enum PaymentStatus
{
    Received,
    Failed,
    Refunded,

    /// <summary>Not what was owed, in amount or currency; nothing was granted for it.</summary>
    Mismatched,
}
