namespace Storefront.Features.Payments;

/// <summary>Marks the texts of payments and invoices.</summary>
public sealed class PaymentsTexts;
