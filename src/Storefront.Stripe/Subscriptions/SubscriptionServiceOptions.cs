namespace Storefront.Stripe.Subscriptions;

public sealed class SubscriptionGetOptions : BaseOptions;

public sealed class SubscriptionCancelOptions : BaseOptions
{
    public SubscriptionCancellationDetailsOptions? CancellationDetails { get; set; }

    /// <summary>Invoices at once what still waits.</summary>
    public bool? InvoiceNow { get; set; }

    /// <summary>Credits the unused time.</summary>
    public bool? Prorate { get; set; }
}

public sealed class SubscriptionResumeOptions : BaseOptions
{
    public SubscriptionBillingCycleAnchorOptions? BillingCycleAnchor { get; set; }

    /// <summary><c>create_prorations</c>, <c>always_invoice</c> or <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }

    public DateTimeOffset? ProrationDate { get; set; }
}

public sealed class SubscriptionListOptions : ListOptions
{
    public string? CollectionMethod { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? CurrentPeriodEnd { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? CurrentPeriodStart { get; set; }

    public string? Customer { get; set; }

    public string? Price { get; set; }

    /// <summary>One of <see cref="SubscriptionStatuses"/>; null lists those that are not canceled.</summary>
    public string? Status { get; set; }

    public string? TestClock { get; set; }
}
