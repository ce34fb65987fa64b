using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Invoices;

/// <summary>An invoice or a credit note was issued.</summary>
[EventType("invoice.issued")]
public sealed record InvoiceIssued(InvoiceId InvoiceId, InvoiceKind Kind, long Number, long Total, string Currency) : AccountEvent;
