using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Stripe.Invoices;

/// <summary>Where an invoice came from.</summary>
public sealed class InvoiceParent
{
    public InvoiceParentSubscriptionDetails? SubscriptionDetails { get; set; }

    /// <summary><c>subscription_details</c> or <c>quote_details</c>.</summary>
    public string Type { get; set; } = "";
}

/// <summary>The subscription that an invoice belongs to, and its metadata when the invoice was made.</summary>
public sealed class InvoiceParentSubscriptionDetails
{
    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    [JsonIgnore]
    public string SubscriptionId => InternalSubscription?.Id ?? "";

    [JsonIgnore]
    public Subscription? Subscription => InternalSubscription?.ExpandedObject;

    [JsonInclude]
    [JsonPropertyName("subscription")]
    internal ExpandableField<Subscription>? InternalSubscription { get; set; }
}

/// <summary>When an invoice took each step; null for those that it has not taken.</summary>
public sealed class InvoiceStatusTransitions
{
    public DateTimeOffset? FinalizedAt { get; set; }

    public DateTimeOffset? MarkedUncollectibleAt { get; set; }

    public DateTimeOffset? PaidAt { get; set; }

    public DateTimeOffset? VoidedAt { get; set; }
}

/// <summary>What a discount takes off an invoice or a line.</summary>
public sealed class InvoiceDiscountAmount
{
    public long Amount { get; set; }

    /// <summary>The discount's id.</summary>
    [JsonIgnore]
    public string DiscountId => InternalDiscount?.Id ?? "";

    [JsonInclude]
    [JsonPropertyName("discount")]
    internal ExpandableField<InvoiceDiscount>? InternalDiscount { get; set; }
}

/// <summary>A coupon in use.</summary>
public sealed class InvoiceDiscount : StripeEntity, IHasId
{
    public string Id { get; set; } = "";
}

/// <summary>A tax on an invoice or a line.</summary>
public sealed class InvoiceTax
{
    public long Amount { get; set; }

    /// <summary><c>exclusive</c> or <c>inclusive</c>.</summary>
    public string TaxBehavior { get; set; } = "";

    public InvoiceTaxTaxRateDetails? TaxRateDetails { get; set; }

    public long? TaxableAmount { get; set; }
}

/// <summary>Which rate a tax was computed by.</summary>
public sealed class InvoiceTaxTaxRateDetails
{
    /// <summary>The id of the rate.</summary>
    public string TaxRate { get; set; } = "";
}
