namespace Storefront.Stripe.Subscriptions;

/// <summary>The values of <see cref="Subscription.Status"/>; <see cref="All"/> and <see cref="Ended"/> only filter lists.</summary>
public static class SubscriptionStatuses
{
    public const string Active = "active";

    /// <summary>In a list's filter: whatever its status.</summary>
    public const string All = "all";

    public const string Canceled = "canceled";

    /// <summary>In a list's filter: canceled or expired.</summary>
    public const string Ended = "ended";

    /// <summary>The first payment has not come yet.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>The first payment did not come within 23 hours.</summary>
    public const string IncompleteExpired = "incomplete_expired";

    public const string PastDue = "past_due";
    public const string Paused = "paused";
    public const string Trialing = "trialing";
    public const string Unpaid = "unpaid";
}
