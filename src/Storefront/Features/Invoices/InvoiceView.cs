using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;

namespace Storefront.Features.Invoices;

/// <summary>A document with what it names.</summary>
/// <param name="Row">The document.</param>
/// <param name="Number">As it is printed; null while it waits.</param>
/// <param name="Order">What was ordered; null for a renewal.</param>
/// <param name="Plan">The plan as it was sold; null where none was.</param>
/// <param name="TaxName">What the tax is called.</param>
/// <param name="Rate">How much it is.</param>
public sealed record InvoiceView(Invoice Row, string? Number, Order? Order, Plan? Plan, LocalizedText TaxName, TaxRate Rate);

/// <summary>A document with all that stands on its page.</summary>
/// <param name="Document">The document.</param>
/// <param name="Method">How it was paid, by the handbook's key.</param>
/// <param name="Customer">What the customer is called now.</param>
/// <param name="Corrects">The invoice that it corrects; null for none.</param>
/// <param name="CorrectedBy">The credit notes that were issued for it.</param>
public sealed record InvoiceDetails(InvoiceView Document, string Method, string Customer, InvoiceView? Corrects, IReadOnlyList<InvoiceView> CorrectedBy);

/// <summary>A document in staff's queue.</summary>
/// <param name="Document">The document.</param>
/// <param name="Account">What the customer is called.</param>
/// <param name="IsOverdue">Whether its last day has passed.</param>
/// <param name="IsDueToday">Whether today is its last day.</param>
/// <param name="NeedsInvoiceFirst">Whether it corrects an invoice that was not issued yet.</param>
public sealed record QueuedInvoice(InvoiceView Document, string Account, bool IsOverdue, bool IsDueToday, bool NeedsInvoiceFirst);
