using System.Text.Json.Serialization;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Payments;

namespace Storefront.Stripe.Invoices;

/// <summary>That a payment pays, or is to pay, an invoice. Refunds go by its <see cref="InvoicePaymentPayment.PaymentIntentId"/>.</summary>
public sealed class InvoicePayment : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "invoice_payment";

    /// <summary>In the currency's minor unit; null until it is paid.</summary>
    public long? AmountPaid { get; set; }

    public long AmountRequested { get; set; }

    public DateTimeOffset Created { get; set; }

    public string Currency { get; set; } = "";

    [JsonIgnore]
    public string InvoiceId => InternalInvoice?.Id ?? "";

    [JsonIgnore]
    public Invoice? Invoice => InternalInvoice?.ExpandedObject;

    /// <summary>Whether it is the payment that Stripe made when it finalized the invoice.</summary>
    public bool IsDefault { get; set; }

    public bool Livemode { get; set; }

    public InvoicePaymentPayment Payment { get; set; } = new();

    /// <summary><c>open</c>, <c>paid</c> or <c>canceled</c>.</summary>
    public string Status { get; set; } = "";

    [JsonInclude]
    [JsonPropertyName("invoice")]
    internal ExpandableField<Invoice>? InternalInvoice { get; set; }
}

public sealed class InvoicePaymentPayment
{
    [JsonIgnore]
    public string? ChargeId => InternalCharge?.Id;

    [JsonIgnore]
    public Charge? Charge => InternalCharge?.ExpandedObject;

    [JsonIgnore]
    public string? PaymentIntentId => InternalPaymentIntent?.Id;

    [JsonIgnore]
    public PaymentIntent? PaymentIntent => InternalPaymentIntent?.ExpandedObject;

    /// <summary><c>payment_intent</c>, <c>charge</c> or <c>payment_record</c>.</summary>
    public string Type { get; set; } = "";

    [JsonInclude]
    [JsonPropertyName("charge")]
    internal ExpandableField<Charge>? InternalCharge { get; set; }

    [JsonInclude]
    [JsonPropertyName("payment_intent")]
    internal ExpandableField<PaymentIntent>? InternalPaymentIntent { get; set; }
}
