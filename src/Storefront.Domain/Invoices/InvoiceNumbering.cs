using System.Globalization;

namespace Storefront.Domain.Invoices;

/// <summary>How a house writes the numbers of its documents; each kind counts from 1, without gaps.</summary>
/// <param name="InvoicePrefix">Before the number of an invoice.</param>
/// <param name="CreditNotePrefix">Before that of a credit note; another one than invoices have.</param>
public sealed record InvoiceNumbering(string InvoicePrefix, string CreditNotePrefix)
{
    /// <summary>For a house that does not say.</summary>
    public static InvoiceNumbering Default { get; } = new("F-", "NC-");

    /// <summary>As it is printed: <c>F-000042</c>.</summary>
    public string Write(InvoiceKind kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(kind == InvoiceKind.Invoice ? InvoicePrefix : CreditNotePrefix)}{number:000000}");
}
