using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe.Payments;

/// <summary>A payment from its beginning to its end, through all its attempts.</summary>
public sealed class PaymentIntent : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "payment_intent";

    /// <summary>What is to be paid, in the currency's minor unit.</summary>
    public long Amount { get; set; }

    public long AmountReceived { get; set; }

    public DateTimeOffset? CanceledAt { get; set; }

    public string? CancellationReason { get; set; }

    public DateTimeOffset Created { get; set; }

    public string Currency { get; set; } = "";

    [JsonIgnore]
    public string? CustomerId => InternalCustomer?.Id;

    [JsonIgnore]
    public Customer? Customer => InternalCustomer?.ExpandedObject;

    public string? Description { get; set; }

    /// <summary>Why the latest attempt failed.</summary>
    public StripeError? LastPaymentError { get; set; }

    [JsonIgnore]
    public string? LatestChargeId => InternalLatestCharge?.Id;

    [JsonIgnore]
    public Charge? LatestCharge => InternalLatestCharge?.ExpandedObject;

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    [JsonIgnore]
    public string? PaymentMethodId => InternalPaymentMethod?.Id;

    [JsonIgnore]
    public PaymentMethod? PaymentMethod => InternalPaymentMethod?.ExpandedObject;

    public List<string> PaymentMethodTypes { get; set; } = [];

    /// <summary><c>requires_payment_method</c>, <c>requires_action</c>, <c>processing</c>, <c>succeeded</c>, <c>canceled</c> and some in between.</summary>
    public string Status { get; set; } = "";

    [JsonInclude]
    [JsonPropertyName("customer")]
    internal ExpandableField<Customer>? InternalCustomer { get; set; }

    [JsonInclude]
    [JsonPropertyName("latest_charge")]
    internal ExpandableField<Charge>? InternalLatestCharge { get; set; }

    [JsonInclude]
    [JsonPropertyName("payment_method")]
    internal ExpandableField<PaymentMethod>? InternalPaymentMethod { get; set; }
}
