namespace Storefront.Domain.Payments;

/// <summary>Why an account's credit changed.</summary>
public enum CreditCause
{
    /// <summary>More was paid for an order than was owed.</summary>
    Surplus,

    /// <summary>It paid an order, or a part of one.</summary>
    Used,

    /// <summary>An order that it had paid was taken back.</summary>
    Returned,

    /// <summary>It was paid out.</summary>
    PaidOut,
}
