using Storefront.Stripe.Subscriptions;

namespace Storefront.Stripe.Invoices;

/// <summary>What to preview: the next invoice of a customer or a subscription, with changes that are not made.</summary>
public sealed class InvoiceCreatePreviewOptions : BaseOptions
{
    public string? Currency { get; set; }

    public string? Customer { get; set; }

    /// <summary>Items that would be on it besides those that wait.</summary>
    public List<InvoiceCreatePreviewInvoiceItemOptions>? InvoiceItems { get; set; }

    /// <summary><c>next</c>, the default, or <c>recurring</c>: without what is charged once.</summary>
    public string? PreviewMode { get; set; }

    public string? Subscription { get; set; }

    public InvoiceSubscriptionDetailsOptions? SubscriptionDetails { get; set; }
}

public sealed class InvoiceCreatePreviewInvoiceItemOptions : INestedOptions
{
    /// <summary>In the currency's minor unit; negative for a credit.</summary>
    public long? Amount { get; set; }

    public string? Currency { get; set; }

    public string? Description { get; set; }

    public bool? Discountable { get; set; }

    /// <summary>The id of an item that waits and would change.</summary>
    public string? Invoiceitem { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public InvoiceItemPeriodOptions? Period { get; set; }

    public string? Price { get; set; }

    public InvoiceItemPriceDataOptions? PriceData { get; set; }

    public long? Quantity { get; set; }

    public string? TaxBehavior { get; set; }

    public List<string>? TaxRates { get; set; }

    public long? UnitAmount { get; set; }
}

/// <summary>How the subscription would be: the parameters of its update.</summary>
public sealed class InvoiceSubscriptionDetailsOptions : INestedOptions
{
    public InvoiceSubscriptionDetailsBillingCycleAnchorOptions? BillingCycleAnchor { get; set; }

    public AnyOf<DateTimeOffset?, SubscriptionCancelAt>? CancelAt { get; set; }

    public bool? CancelAtPeriodEnd { get; set; }

    public bool? CancelNow { get; set; }

    public List<string>? DefaultTaxRates { get; set; }

    public List<SubscriptionItemOptions>? Items { get; set; }

    /// <summary><c>create_prorations</c>, <c>always_invoice</c> or <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }

    public DateTimeOffset? ProrationDate { get; set; }

    public DateTimeOffset? StartDate { get; set; }

    public AnyOf<DateTimeOffset?, SubscriptionTrialEnd>? TrialEnd { get; set; }
}

public sealed class InvoiceSubscriptionDetailsBillingCycleAnchorOptions : INestedOptions
{
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Required: <c>now</c>, <c>timestamp</c> or <c>unchanged</c>.</summary>
    public string? Type { get; set; }
}
