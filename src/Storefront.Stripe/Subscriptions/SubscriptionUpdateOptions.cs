namespace Storefront.Stripe.Subscriptions;

public sealed class SubscriptionUpdateOptions : BaseOptions
{
    /// <summary>Items that are charged once, with the invoice of this change.</summary>
    public List<SubscriptionAddInvoiceItemOptions>? AddInvoiceItems { get; set; }

    public SubscriptionBillingCycleAnchorOptions? BillingCycleAnchor { get; set; }

    /// <summary>Unset with <c>AddExtraParam("cancel_at", "")</c>.</summary>
    public AnyOf<DateTimeOffset?, SubscriptionCancelAt>? CancelAt { get; set; }

    /// <summary>True ends the subscription with the present period; false takes that back.</summary>
    public bool? CancelAtPeriodEnd { get; set; }

    public SubscriptionCancellationDetailsOptions? CancellationDetails { get; set; }

    public string? CollectionMethod { get; set; }

    public long? DaysUntilDue { get; set; }

    public string? DefaultPaymentMethod { get; set; }

    public List<string>? DefaultTaxRates { get; set; }

    public string? Description { get; set; }

    public List<SubscriptionItemOptions>? Items { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public bool? OffSession { get; set; }

    /// <summary>Collection goes on with <c>AddExtraParam("pause_collection", "")</c>.</summary>
    public SubscriptionPauseCollectionOptions? PauseCollection { get; set; }

    public string? PaymentBehavior { get; set; }

    public SubscriptionPaymentSettingsOptions? PaymentSettings { get; set; }

    /// <summary>Unset with <c>AddExtraParam("pending_invoice_item_interval", "")</c>.</summary>
    public SubscriptionPendingInvoiceItemIntervalOptions? PendingInvoiceItemInterval { get; set; }

    /// <summary><c>create_prorations</c>, <c>always_invoice</c> or <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }

    /// <summary>As of when shares are computed; the instant of a preview, so that it and the change agree.</summary>
    public DateTimeOffset? ProrationDate { get; set; }

    public AnyOf<DateTimeOffset?, SubscriptionTrialEnd>? TrialEnd { get; set; }

    public SubscriptionTrialSettingsOptions? TrialSettings { get; set; }
}
