namespace Storefront.Stripe;

/// <summary>What one request does otherwise than the client's settings say.</summary>
public sealed class RequestOptions
{
    /// <summary>Another key than the client's.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Stripe gives the same answer to the same key for at least a day. A POST without one is given a new one, which its
    /// repetitions share; only a key that the caller has stored survives a crash of the caller.
    /// </summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The connected account in whose name the request is made.</summary>
    public string? StripeAccount { get; set; }

    /// <summary>The context in which the request is made; see Stripe's organisations.</summary>
    public string? StripeContext { get; set; }
}
