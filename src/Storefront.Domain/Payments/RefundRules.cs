using Storefront.Domain.Shared;

namespace Storefront.Domain.Payments;

/// <summary>
/// Money that goes back. Of a payment that was more than was owed, what became credit goes back first, as far as it was not used; what is left
/// to go back was the order's.
/// </summary>
public static class RefundRules
{
    /// <summary>The most characters of a bank's reference of what was sent back.</summary>
    public const int LongestReference = 80;

    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>The most that can still be given back of a payment; never less than nothing.</summary>
    /// <param name="amount">What came.</param>
    /// <param name="refunded">What went back already.</param>
    /// <param name="asked">What was asked to go back and is on its way.</param>
    /// <param name="credited">What of it became credit and did not go back.</param>
    /// <param name="credit">What there is of credit; what was used is not given back a second time.</param>
    public static Money Left(Money amount, Money refunded, Money asked, Money credited, Money credit)
    {
        var used = credited > credit ? credited - credit : Money.Zero(amount.Currency);
        var left = amount - refunded - asked - used;
        return left.IsPositive ? left : Money.Zero(amount.Currency);
    }

    /// <summary>Whether so much can be given back.</summary>
    /// <param name="text">As a decimal with a full stop; null or empty for all that is left.</param>
    /// <param name="left">What is left.</param>
    public static Result<Money> Read(string? text, Money left)
    {
        var amount = left;
        if (!string.IsNullOrWhiteSpace(text) && !Money.TryParseDecimal(text.Trim(), left.Currency, out amount))
        {
            return new NoticeAmountNotValid();
        }

        return amount > left || !left.IsPositive ? new RefundBeyondPayment(left) : amount.IsPositive ? amount : new NoticeAmountNotValid();
    }

    /// <summary>What of money that goes back comes out of the credit that the payment had left behind.</summary>
    /// <param name="amount">What goes back.</param>
    /// <param name="credited">What of the payment became credit and did not go back.</param>
    /// <param name="credit">What there is of credit.</param>
    public static Money FromCredit(Money amount, Money credited, Money credit)
    {
        var there = credited < credit ? credited : credit;
        return there < amount ? there : amount;
    }
}
