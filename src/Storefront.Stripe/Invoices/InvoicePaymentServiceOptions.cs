namespace Storefront.Stripe.Invoices;

public sealed class InvoicePaymentGetOptions : BaseOptions;

public sealed class InvoicePaymentListOptions : ListOptions
{
    /// <summary>The id of an invoice.</summary>
    public string? Invoice { get; set; }

    public InvoicePaymentPaymentOptions? Payment { get; set; }

    /// <summary><c>open</c>, <c>paid</c> or <c>canceled</c>.</summary>
    public string? Status { get; set; }
}

public sealed class InvoicePaymentPaymentOptions : INestedOptions
{
    public string? PaymentIntent { get; set; }

    /// <summary>Required: <c>payment_intent</c>.</summary>
    public string? Type { get; set; }
}
