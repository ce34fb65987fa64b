namespace Storefront.Domain.Payments;

/// <summary>What people write about a payment: numbers of their bank, reasons, notes.</summary>
public static class PaymentText
{
    /// <summary>Without blanks around it; null for nothing.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Why it cannot be kept as one line; null where it can.</summary>
    /// <param name="text">Cleaned.</param>
    /// <param name="field">What it was written as.</param>
    /// <param name="most">The most characters.</param>
    public static NoticeTextNotValid? CheckLine(string? text, string field, int most) =>
        text is not null && (text.Length > most || text.Any(char.IsControl)) ? new NoticeTextNotValid(field, most) : null;

    /// <summary>Why it cannot be kept as one line or several; null where it can.</summary>
    /// <param name="text">Cleaned.</param>
    /// <param name="field">What it was written as.</param>
    /// <param name="most">The most characters.</param>
    public static NoticeTextNotValid? CheckLines(string? text, string field, int most) =>
        text is not null && (text.Length > most || text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')))
            ? new NoticeTextNotValid(field, most)
            : null;
}
