using Storefront.Domain.Shared;

namespace Storefront.Domain.Invoices;

/// <summary>It has its number already.</summary>
/// <param name="Number">Its number.</param>
public sealed record InvoiceAlreadyIssued(long Number) : Refusal
{
    public override string Code => "INVOICE_ALREADY_ISSUED";
}

/// <summary>A credit note corrects an invoice, which has to be issued before.</summary>
public sealed record InvoiceFirst : Refusal
{
    public override string Code => "INVOICE_FIRST";
}
