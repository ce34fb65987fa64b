namespace Storefront.Domain.Invoices;

/// <summary>What a document of the house's books is.</summary>
public enum InvoiceKind
{
    /// <summary>Of money that came.</summary>
    Invoice,

    /// <summary>Of money that went back; it corrects an invoice.</summary>
    CreditNote,
}
