using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Stripe.Checkout;

/// <summary>One visit of a customer to the hosted payment page.</summary>
public sealed class Session : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "checkout.session";

    /// <summary>In the currency's minor unit, before discounts and tax.</summary>
    public long? AmountSubtotal { get; set; }

    /// <summary>In the currency's minor unit, after discounts and tax.</summary>
    public long? AmountTotal { get; set; }

    public string? CancelUrl { get; set; }

    /// <summary>What the caller gave to recognise its order by.</summary>
    public string? ClientReferenceId { get; set; }

    public DateTimeOffset Created { get; set; }

    public string? Currency { get; set; }

    [JsonIgnore]
    public string? CustomerId => InternalCustomer?.Id;

    [JsonIgnore]
    public Customer? Customer => InternalCustomer?.ExpandedObject;

    public SessionCustomerDetails? CustomerDetails { get; set; }

    public string? CustomerEmail { get; set; }

    /// <summary>Half an hour to a day after its creation.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    [JsonIgnore]
    public string? InvoiceId => InternalInvoice?.Id;

    [JsonIgnore]
    public Invoice? Invoice => InternalInvoice?.ExpandedObject;

    /// <summary>Sent only when expanded.</summary>
    public StripeList<LineItem>? LineItems { get; set; }

    public bool Livemode { get; set; }

    public string? Locale { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    /// <summary><c>payment</c>, <c>setup</c> or <c>subscription</c>.</summary>
    public string Mode { get; set; } = "";

    [JsonIgnore]
    public string? PaymentIntentId => InternalPaymentIntent?.Id;

    [JsonIgnore]
    public PaymentIntent? PaymentIntent => InternalPaymentIntent?.ExpandedObject;

    /// <summary><c>paid</c>, <c>unpaid</c> or <c>no_payment_required</c>; a complete session may still be unpaid.</summary>
    public string PaymentStatus { get; set; } = "";

    /// <summary>The id of the expired session that this one takes up again.</summary>
    public string? RecoveredFrom { get; set; }

    /// <summary><c>open</c>, <c>complete</c> or <c>expired</c>.</summary>
    public string? Status { get; set; }

    [JsonIgnore]
    public string? SubscriptionId => InternalSubscription?.Id;

    [JsonIgnore]
    public Subscription? Subscription => InternalSubscription?.ExpandedObject;

    public string? SuccessUrl { get; set; }

    public SessionTotalDetails? TotalDetails { get; set; }

    /// <summary>The payment page; null once the session is not open any more.</summary>
    public string? Url { get; set; }

    [JsonInclude]
    [JsonPropertyName("customer")]
    internal ExpandableField<Customer>? InternalCustomer { get; set; }

    [JsonInclude]
    [JsonPropertyName("invoice")]
    internal ExpandableField<Invoice>? InternalInvoice { get; set; }

    [JsonInclude]
    [JsonPropertyName("payment_intent")]
    internal ExpandableField<PaymentIntent>? InternalPaymentIntent { get; set; }

    [JsonInclude]
    [JsonPropertyName("subscription")]
    internal ExpandableField<Subscription>? InternalSubscription { get; set; }
}

/// <summary>What the customer said of itself on the payment page.</summary>
public sealed class SessionCustomerDetails
{
    public Address? Address { get; set; }

    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }
}

/// <summary>What the total is made of, in the currency's minor unit.</summary>
public sealed class SessionTotalDetails
{
    public long AmountDiscount { get; set; }

    public long? AmountShipping { get; set; }

    public long AmountTax { get; set; }
}
