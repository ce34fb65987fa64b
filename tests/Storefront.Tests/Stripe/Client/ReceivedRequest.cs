using Storefront.Tests.Support;

namespace Storefront.Tests.Stripe.Client;

/// <summary>One request as it arrived.</summary>
internal sealed record ReceivedRequest(string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? IdempotencyKey => Headers.GetValueOrDefault("Idempotency-Key");

    /// <summary>What was sent, decoded, one parameter a line.</summary>
    public IReadOnlyList<string> Parameters =>
        [.. (Method == "POST" ? Body : Query.TrimStart('?')).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    public void AssertDescribed() => OpenApiDescription.Instance.AssertRequest(Method, Path, Query, Body);
}
