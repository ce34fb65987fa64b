using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe.Invoices;

/// <summary>Something to be charged or, with a negative amount, credited on the next invoice.</summary>
public sealed class InvoiceItem : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "invoiceitem";

    /// <summary>In the currency's minor unit.</summary>
    public long Amount { get; set; }

    public string Currency { get; set; } = "";

    [JsonIgnore]
    public string CustomerId => InternalCustomer?.Id ?? "";

    [JsonIgnore]
    public Customer? Customer => InternalCustomer?.ExpandedObject;

    public DateTimeOffset Date { get; set; }

    public bool? Deleted { get; set; }

    public string? Description { get; set; }

    /// <summary>Null while the item waits.</summary>
    [JsonIgnore]
    public string? InvoiceId => InternalInvoice?.Id;

    [JsonIgnore]
    public Invoice? Invoice => InternalInvoice?.ExpandedObject;

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    /// <summary>The subscription whose invoice it waits for; null when any invoice of the customer will do.</summary>
    public InvoiceItemParent? Parent { get; set; }

    public InvoicePeriod Period { get; set; } = new();

    public InvoicePricing? Pricing { get; set; }

    /// <summary>Whether Stripe made it itself, from a change of a subscription.</summary>
    public bool Proration { get; set; }

    public long Quantity { get; set; }

    [JsonInclude]
    [JsonPropertyName("customer")]
    internal ExpandableField<Customer>? InternalCustomer { get; set; }

    [JsonInclude]
    [JsonPropertyName("invoice")]
    internal ExpandableField<Invoice>? InternalInvoice { get; set; }
}

public sealed class InvoiceItemParent
{
    public InvoiceItemParentSubscriptionDetails? SubscriptionDetails { get; set; }

    public string Type { get; set; } = "";
}

public sealed class InvoiceItemParentSubscriptionDetails
{
    /// <summary>The id of the subscription.</summary>
    public string Subscription { get; set; } = "";

    public string? SubscriptionItem { get; set; }
}
