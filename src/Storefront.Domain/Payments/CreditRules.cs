using Storefront.Domain.Shared;

namespace Storefront.Domain.Payments;

/// <summary>An account's credit: what it paid beyond an order is kept in its currency and pays the next one.</summary>
public static class CreditRules
{
    /// <summary>How much of the credit an order takes: what is owed, as far as there is credit in its currency.</summary>
    /// <param name="credit">What there is; in the order's currency.</param>
    /// <param name="owed">What is to be paid.</param>
    public static Money Use(Money credit, Money owed) => !credit.IsPositive || !owed.IsPositive ? Money.Zero(owed.Currency) : credit < owed ? credit : owed;
}
