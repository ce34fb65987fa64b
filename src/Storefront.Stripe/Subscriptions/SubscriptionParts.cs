using System.Diagnostics.CodeAnalysis;

namespace Storefront.Stripe.Subscriptions;

/// <summary>Why a subscription was cancelled.</summary>
public sealed class SubscriptionCancellationDetails
{
    public string? Comment { get; set; }

    public string? Feedback { get; set; }

    /// <summary><c>cancellation_requested</c>, <c>payment_failed</c> or <c>payment_disputed</c>.</summary>
    public string? Reason { get; set; }
}

/// <summary>What happens to invoices while collection is paused.</summary>
public sealed class SubscriptionPauseCollection
{
    /// <summary><c>keep_as_draft</c>, <c>mark_uncollectible</c> or <c>void</c>.</summary>
    public string Behavior { get; set; } = "";

    /// <summary>When collection goes on by itself; null for not by itself.</summary>
    public DateTimeOffset? ResumesAt { get; set; }
}

/// <summary>How often items that wait are invoiced between renewals.</summary>
public sealed class SubscriptionPendingInvoiceItemInterval
{
    /// <summary><c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</summary>
    public string Interval { get; set; } = "";

    public long IntervalCount { get; set; }
}

/// <summary>A change that is made once its invoice is paid.</summary>
public sealed class SubscriptionPendingUpdate
{
    public DateTimeOffset? BillingCycleAnchor { get; set; }

    /// <summary>When the change lapses unpaid.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    [AllowNull]
    public List<SubscriptionItem> SubscriptionItems { get; set => field = value ?? []; } = [];
}
