namespace Storefront.Features.Invoices;

/// <summary>Marks the texts of invoices and credit notes.</summary>
public sealed class InvoicesTexts;
