using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe.Payments;

/// <summary>What a customer pays with.</summary>
public sealed class PaymentMethod : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "payment_method";

    /// <summary>Set when <see cref="Type"/> is <c>card</c>.</summary>
    public PaymentMethodCard? Card { get; set; }

    public DateTimeOffset Created { get; set; }

    [JsonIgnore]
    public string? CustomerId => InternalCustomer?.Id;

    [JsonIgnore]
    public Customer? Customer => InternalCustomer?.ExpandedObject;

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    public string Type { get; set; } = "";

    [JsonInclude]
    [JsonPropertyName("customer")]
    internal ExpandableField<Customer>? InternalCustomer { get; set; }
}

/// <summary>What may be shown of a card.</summary>
public sealed class PaymentMethodCard
{
    /// <summary>Such as <c>visa</c> or <c>mastercard</c>.</summary>
    public string Brand { get; set; } = "";

    public string? Country { get; set; }

    /// <summary>1 to 12.</summary>
    public long ExpMonth { get; set; }

    /// <summary>Four digits.</summary>
    public long ExpYear { get; set; }

    public string Last4 { get; set; } = "";
}
