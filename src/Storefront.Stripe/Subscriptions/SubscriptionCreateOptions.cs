namespace Storefront.Stripe.Subscriptions;

public sealed class SubscriptionCreateOptions : BaseOptions
{
    /// <summary>Items that are charged once, with the first invoice.</summary>
    public List<SubscriptionAddInvoiceItemOptions>? AddInvoiceItems { get; set; }

    /// <summary>In the past: the subscription counts as started then.</summary>
    public DateTimeOffset? BackdateStartDate { get; set; }

    /// <summary>In the future: the first full period starts then.</summary>
    public DateTimeOffset? BillingCycleAnchor { get; set; }

    public AnyOf<DateTimeOffset?, SubscriptionCancelAt>? CancelAt { get; set; }

    public bool? CancelAtPeriodEnd { get; set; }

    /// <summary><c>charge_automatically</c> or <c>send_invoice</c>.</summary>
    public string? CollectionMethod { get; set; }

    public string? Currency { get; set; }

    /// <summary>Required: the customer's id.</summary>
    public string? Customer { get; set; }

    /// <summary>With <c>send_invoice</c>: how many days the customer has.</summary>
    public long? DaysUntilDue { get; set; }

    public string? DefaultPaymentMethod { get; set; }

    public List<string>? DefaultTaxRates { get; set; }

    public string? Description { get; set; }

    public List<SubscriptionItemOptions>? Items { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public bool? OffSession { get; set; }

    /// <summary><c>allow_incomplete</c>, <c>default_incomplete</c>, <c>error_if_incomplete</c> or <c>pending_if_incomplete</c>.</summary>
    public string? PaymentBehavior { get; set; }

    public SubscriptionPaymentSettingsOptions? PaymentSettings { get; set; }

    public SubscriptionPendingInvoiceItemIntervalOptions? PendingInvoiceItemInterval { get; set; }

    /// <summary><c>create_prorations</c>, <c>always_invoice</c> or <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }

    public AnyOf<DateTimeOffset?, SubscriptionTrialEnd>? TrialEnd { get; set; }

    public long? TrialPeriodDays { get; set; }

    public SubscriptionTrialSettingsOptions? TrialSettings { get; set; }
}
