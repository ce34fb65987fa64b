namespace Storefront.Stripe.Invoices;

/// <summary>The values of <see cref="Invoice.Status"/>.</summary>
public static class InvoiceStatuses
{
    public const string Draft = "draft";
    public const string Open = "open";
    public const string Paid = "paid";
    public const string Uncollectible = "uncollectible";
    public const string Void = "void";
}
