using Storefront.Domain.Shared;

namespace Storefront.Domain.Invoices;

/// <summary>It has its number already.</summary>
/// <param name="InvoiceId">The document.</param>
/// <param name="Number">Its number.</param>
public sealed record InvoiceAlreadyIssued(InvoiceId InvoiceId, long Number) : Refusal
{
    public override string Code => "INVOICE_ALREADY_ISSUED";
}

/// <summary>A credit note corrects an invoice, which has to be issued before.</summary>
/// <param name="InvoiceId">The credit note.</param>
public sealed record InvoiceFirst(InvoiceId InvoiceId) : Refusal
{
    public override string Code => "INVOICE_FIRST";
}
