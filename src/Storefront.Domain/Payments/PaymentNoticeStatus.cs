namespace Storefront.Domain.Payments;

/// <summary>Where a payment notice stands.</summary>
public enum PaymentNoticeStatus
{
    /// <summary>Staff have not looked yet.</summary>
    Pending,

    /// <summary>The money came.</summary>
    Confirmed,

    /// <summary>Staff found no such payment, or could not tell.</summary>
    Rejected,

    /// <summary>The money had come, and was taken back by the bank or given back by the house.</summary>
    Reversed,
}
