using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Prices;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Stripe.Invoices;

/// <summary>One line of an invoice. Amounts are in the currency's minor unit; a negative one is a credit.</summary>
public sealed class InvoiceLineItem : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "line_item";

    /// <summary>Before discounts and exclusive tax.</summary>
    public long Amount { get; set; }

    public string Currency { get; set; } = "";

    public string? Description { get; set; }

    [AllowNull]
    public List<InvoiceDiscountAmount> DiscountAmounts { get; set => field = value ?? []; } = [];

    /// <summary>The invoice's id.</summary>
    [JsonPropertyName("invoice")]
    public string? InvoiceId { get; set; }

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    /// <summary>Where the line came from: an item of the subscription, or an invoice item.</summary>
    public InvoiceLineItemParent? Parent { get; set; }

    public InvoicePeriod Period { get; set; } = new();

    public InvoicePricing? Pricing { get; set; }

    public long? Quantity { get; set; }

    [JsonIgnore]
    public string? SubscriptionId => InternalSubscription?.Id;

    [JsonIgnore]
    public Subscription? Subscription => InternalSubscription?.ExpandedObject;

    public long Subtotal { get; set; }

    [AllowNull]
    public List<InvoiceTax> Taxes { get; set => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("subscription")]
    internal ExpandableField<Subscription>? InternalSubscription { get; set; }
}

/// <summary>Where a line came from.</summary>
public sealed class InvoiceLineItemParent
{
    public InvoiceLineItemParentInvoiceItemDetails? InvoiceItemDetails { get; set; }

    public InvoiceLineItemParentSubscriptionItemDetails? SubscriptionItemDetails { get; set; }

    /// <summary><c>invoice_item_details</c> or <c>subscription_item_details</c>.</summary>
    public string Type { get; set; } = "";
}

public sealed class InvoiceLineItemParentInvoiceItemDetails
{
    /// <summary>The id of the invoice item.</summary>
    public string InvoiceItem { get; set; } = "";

    public bool Proration { get; set; }

    /// <summary>The id of the subscription.</summary>
    public string? Subscription { get; set; }
}

public sealed class InvoiceLineItemParentSubscriptionItemDetails
{
    /// <summary>The id of the invoice item, for a proration.</summary>
    public string? InvoiceItem { get; set; }

    public bool Proration { get; set; }

    /// <summary>The id of the subscription.</summary>
    public string? Subscription { get; set; }

    /// <summary>The id of the subscription's item.</summary>
    public string SubscriptionItem { get; set; } = "";
}

/// <summary>What a line is for; the end is exclusive.</summary>
public sealed class InvoicePeriod
{
    public DateTimeOffset Start { get; set; }

    public DateTimeOffset End { get; set; }
}

/// <summary>What a line's amount was computed from.</summary>
public sealed class InvoicePricing
{
    public InvoicePricingPriceDetails? PriceDetails { get; set; }

    public string Type { get; set; } = "";

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public decimal? UnitAmountDecimal { get; set; }
}

public sealed class InvoicePricingPriceDetails
{
    [JsonIgnore]
    public string PriceId => InternalPrice?.Id ?? "";

    [JsonIgnore]
    public Price? Price => InternalPrice?.ExpandedObject;

    /// <summary>The id of the product.</summary>
    public string Product { get; set; } = "";

    [JsonInclude]
    [JsonPropertyName("price")]
    internal ExpandableField<Price>? InternalPrice { get; set; }
}
