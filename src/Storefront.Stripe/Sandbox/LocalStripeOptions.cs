namespace Storefront.Stripe.Sandbox;

/// <summary>What happens to a subscription when the last retry of a failed renewal has failed too.</summary>
public enum AfterLastRetry
{
    /// <summary>The subscription is canceled.</summary>
    Cancel,

    /// <summary>It becomes <c>unpaid</c>: later invoices are made and stay drafts.</summary>
    MarkUnpaid,

    /// <summary>It stays <c>past_due</c>.</summary>
    LeavePastDue,
}

/// <summary>The settings of a local Stripe. Addresses can be set later, when the server knows its own.</summary>
public sealed class LocalStripeOptions
{
    /// <summary>The API version whose shapes are spoken.</summary>
    public const string ApiVersion = "2026-10-28.endive";

    /// <summary>The SQLite file that holds all state; its folder is made when missing.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>The only secret key that is accepted.</summary>
    public string ApiKey { get; init; } = "sk_test_local_stripe";

    /// <summary>The secret with which webhooks are signed.</summary>
    public string WebhookSecret { get; init; } = "whsec_local_stripe";

    /// <summary>Where events are sent; while it is null they wait.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>
    /// The address under which the hosted pages are reached, with the prefix and without a final slash.
    /// Null means: the address under which the API was called.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The time of the business: periods, renewals, expiry. Null means real time.</summary>
    public Func<DateTimeOffset>? BusinessTime { get; init; }

    /// <summary>Real time: signatures and the retries of webhooks.</summary>
    public TimeProvider RealTime { get; init; } = TimeProvider.System;

    /// <summary>The seller's name on the hosted pages.</summary>
    public string BusinessName { get; init; } = "Storefront";

    /// <summary>How long an automatic invoice stays a draft before it is finalized.</summary>
    public TimeSpan DraftPeriod { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Days between one failed attempt at a renewal and the next.</summary>
    public IReadOnlyList<int> RetryAfterDays { get; init; } = [3, 5, 7];

    /// <summary>What follows the last failed retry.</summary>
    public AfterLastRetry AfterLastRetry { get; init; } = AfterLastRetry.Cancel;

    /// <summary>Real time between the attempts to deliver an event; when all have failed it is given up and stays in the log.</summary>
    public IReadOnlyList<TimeSpan> WebhookRetries { get; init; } =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>Whether a background worker runs what falls due and delivers webhooks by itself.</summary>
    public bool RunInBackground { get; init; } = true;

    internal DateTimeOffset BusinessNow => BusinessTime?.Invoke() ?? RealTime.GetUtcNow();
}
