namespace Storefront.Stripe;

/// <summary>Where Stripe is, who asks, and how patiently.</summary>
public sealed class StripeClientOptions
{
    /// <summary>Stripe's own address.</summary>
    public static readonly Uri DefaultApiBase = new("https://api.stripe.com");

    /// <summary>The secret or restricted key. A request without one fails before it is sent.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// The address below which <c>/v1/…</c> is found; a path is kept, as in <c>http://localhost:5000/sandbox/stripe</c>.
    /// Read anew for each request, so that a host may set it once it knows its own address.
    /// </summary>
    public Uri ApiBase { get; set; } = DefaultApiBase;

    /// <summary>How often a request is sent again after a connection error, 409, 429 or 5xx; 0 sends it once.</summary>
    public int MaxNetworkRetries { get; set; } = 2;

    /// <summary>The wait before the first repetition; it doubles from one to the next, with jitter.</summary>
    public TimeSpan MinNetworkRetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two attempts that the client chooses by itself.</summary>
    public TimeSpan MaxNetworkRetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest time that one attempt may take, its answer's body included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Real time: idempotency keys and waits. Never the business's clock, which may be moved.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
