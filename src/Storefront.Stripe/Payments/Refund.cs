using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe.Payments;

/// <summary>Money given back, all or a part of a payment.</summary>
public sealed class Refund : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "refund";

    /// <summary>In the currency's minor unit.</summary>
    public long Amount { get; set; }

    [JsonIgnore]
    public string? ChargeId => InternalCharge?.Id;

    [JsonIgnore]
    public Charge? Charge => InternalCharge?.ExpandedObject;

    public DateTimeOffset Created { get; set; }

    public string Currency { get; set; } = "";

    public string? FailureReason { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    [JsonIgnore]
    public string? PaymentIntentId => InternalPaymentIntent?.Id;

    [JsonIgnore]
    public PaymentIntent? PaymentIntent => InternalPaymentIntent?.ExpandedObject;

    public string? Reason { get; set; }

    public string? ReceiptNumber { get; set; }

    /// <summary><c>pending</c>, <c>requires_action</c>, <c>succeeded</c>, <c>failed</c> or <c>canceled</c>.</summary>
    public string? Status { get; set; }

    [JsonInclude]
    [JsonPropertyName("charge")]
    internal ExpandableField<Charge>? InternalCharge { get; set; }

    [JsonInclude]
    [JsonPropertyName("payment_intent")]
    internal ExpandableField<PaymentIntent>? InternalPaymentIntent { get; set; }
}
