using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe.Payments;

/// <summary>One attempt to move money, successful or not.</summary>
public sealed class Charge : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "charge";

    /// <summary>In the currency's minor unit, as all amounts.</summary>
    public long Amount { get; set; }

    public long AmountCaptured { get; set; }

    public long AmountRefunded { get; set; }

    public bool Captured { get; set; }

    public DateTimeOffset Created { get; set; }

    public string Currency { get; set; } = "";

    [JsonIgnore]
    public string? CustomerId => InternalCustomer?.Id;

    [JsonIgnore]
    public Customer? Customer => InternalCustomer?.ExpandedObject;

    public string? Description { get; set; }

    public bool Disputed { get; set; }

    public string? FailureCode { get; set; }

    public string? FailureMessage { get; set; }

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    public bool Paid { get; set; }

    [JsonIgnore]
    public string? PaymentIntentId => InternalPaymentIntent?.Id;

    [JsonIgnore]
    public PaymentIntent? PaymentIntent => InternalPaymentIntent?.ExpandedObject;

    /// <summary>A page that the customer may keep.</summary>
    public string? ReceiptUrl { get; set; }

    /// <summary>Whether all of it has been given back.</summary>
    public bool Refunded { get; set; }

    /// <summary><c>succeeded</c>, <c>pending</c> or <c>failed</c>.</summary>
    public string Status { get; set; } = "";

    [JsonInclude]
    [JsonPropertyName("customer")]
    internal ExpandableField<Customer>? InternalCustomer { get; set; }

    [JsonInclude]
    [JsonPropertyName("payment_intent")]
    internal ExpandableField<PaymentIntent>? InternalPaymentIntent { get; set; }
}
