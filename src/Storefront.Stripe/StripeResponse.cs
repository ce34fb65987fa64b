using System.Net;
using System.Net.Http.Headers;

namespace Storefront.Stripe;

/// <summary>What Stripe answered, as it came.</summary>
public sealed class StripeResponse(HttpStatusCode statusCode, HttpResponseHeaders headers, string content)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    public HttpResponseHeaders Headers { get; } = headers;

    public string Content { get; } = content;

    /// <summary>The id to name when asking Stripe about this request.</summary>
    public string? RequestId => Header("Request-Id");

    public string? IdempotencyKey => Header("Idempotency-Key");

    /// <summary>Whether this is the stored answer to an earlier request with the same idempotency key.</summary>
    public bool IdempotentReplayed => string.Equals(Header("Idempotent-Replayed"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many attempts failed before this answer.</summary>
    public int NumRetries { get; internal set; }

    internal bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    internal string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
