using Storefront.Stripe.Subscriptions;

namespace Storefront.Stripe.Checkout;

/// <summary>How the subscription will be that the session makes.</summary>
public sealed class SessionSubscriptionDataOptions : INestedOptions
{
    /// <summary>In the future: the first full period starts then.</summary>
    public DateTimeOffset? BillingCycleAnchor { get; set; }

    public List<string>? DefaultTaxRates { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public SubscriptionPendingInvoiceItemIntervalOptions? PendingInvoiceItemInterval { get; set; }

    /// <summary>What is charged until <see cref="BillingCycleAnchor"/>: <c>create_prorations</c> or <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }

    /// <summary>At least two days from now.</summary>
    public DateTimeOffset? TrialEnd { get; set; }

    public long? TrialPeriodDays { get; set; }

    public SubscriptionTrialSettingsOptions? TrialSettings { get; set; }
}
