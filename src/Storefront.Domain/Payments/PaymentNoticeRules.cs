using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Payments;

/// <summary>What can be true of a customer's word that it has paid (TEC-03).</summary>
public static class PaymentNoticeRules
{
    /// <summary>How long before the order was placed a payment for it can have been made: a bank's day may have begun earlier.</summary>
    private const int DaysBeforeOrder = 1;

    /// <summary>The types of file that can show a payment.</summary>
    private static readonly string[] Documents = ["application/pdf", "image/png", "image/jpeg", "image/webp", "image/gif", "image/heic"];

    /// <summary>Whether the amount can be what was paid for something that is asked for in that currency.</summary>
    /// <param name="text">As a decimal with a full stop, such as <c>1200.50</c>.</param>
    /// <param name="currency">What it says that it is in; null for the order's.</param>
    /// <param name="asked">The order's currency.</param>
    public static Result<Money> ReadAmount(string? text, string? currency, Currency asked) =>
        currency is not null && !currency.Equals(asked.Code, StringComparison.OrdinalIgnoreCase) ? new NoticeCurrencyDiffers(asked.Code)
        : Money.TryParseDecimal(text, asked, out var amount) && amount.IsPositive ? amount
        : new NoticeAmountNotValid();

    /// <summary>A payment for an order is made from the day before it was placed to today, by the house's days.</summary>
    /// <param name="paidOn">As the customer says.</param>
    /// <param name="orderedOn">The day on which the order was placed.</param>
    /// <param name="today">Today.</param>
    public static Result<Done> CheckDate(LocalDate paidOn, LocalDate orderedOn, LocalDate today) =>
        paidOn > today ? new PaidInTheFuture(paidOn)
        : paidOn < orderedOn.PlusDays(-DaysBeforeOrder) ? new PaidBeforeOrder(paidOn, orderedOn)
        : Done.Value;

    /// <summary>Whether a file of that type can prove a payment: a document or a picture of one.</summary>
    public static Result<Done> CheckProof(string fileName, string contentType) =>
        Documents.Contains(contentType, StringComparer.OrdinalIgnoreCase) ? Done.Value : new ProofNotADocument(fileName);

    /// <summary>A bank's reference without what people write differently; null where nothing is left.</summary>
    public static string? KeyOf(string? reference)
    {
        var key = string.Concat((reference ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return key.Length == 0 ? null : key;
    }
}
