using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe.Events;

/// <summary>Reads webhooks and proves that Stripe sent them. Times here are real time, never the business's clock.</summary>
public static class EventUtility
{
    /// <summary>In seconds: how old a webhook, or how far ahead its clock, may be.</summary>
    public const long DefaultTimeTolerance = 300;

    private const string Scheme = "v1";

    /// <summary>The event in a webhook's body, believed only if one of its signatures was made with <paramref name="secret"/>.</summary>
    /// <param name="json">The body, exactly as it came.</param>
    /// <param name="stripeSignatureHeader">The header <c>Stripe-Signature</c>.</param>
    /// <param name="secret">The endpoint's secret, <c>whsec_…</c>.</param>
    /// <param name="tolerance">In seconds.</param>
    /// <param name="utcNow">Real time now.</param>
    /// <param name="throwOnApiVersionMismatch">Whether an event of another release of the API is refused.</param>
    /// <exception cref="StripeException">The webhook is forged, stale, malformed or of another release.</exception>
    public static Event ConstructEvent(
        string json, string? stripeSignatureHeader, string secret, long tolerance, DateTimeOffset utcNow, bool throwOnApiVersionMismatch = true) =>
        ConstructEvent(json, stripeSignatureHeader, [secret], tolerance, utcNow, throwOnApiVersionMismatch);

    /// <summary>As the other, with several secrets: while an endpoint's secret is being replaced, both the old and the new one count.</summary>
    public static Event ConstructEvent(
        string json, string? stripeSignatureHeader, IReadOnlyCollection<string> secrets, long tolerance, DateTimeOffset utcNow, bool throwOnApiVersionMismatch = true)
    {
        ValidateSignature(json, stripeSignatureHeader, secrets, tolerance, utcNow);
        return ParseEvent(json, throwOnApiVersionMismatch);
    }

    /// <summary>The event in a body that is already believed.</summary>
    public static Event ParseEvent(string json, bool throwOnApiVersionMismatch = true)
    {
        Event parsed;
        try
        {
            parsed = JsonSerializer.Deserialize<Event>(json, StripeJson.Options) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException fault)
        {
            throw ErrorHelper.NoEvent(fault);
        }

        if (parsed.Object != "event" || parsed.Id.Length == 0 || parsed.Type.Length == 0)
        {
            throw ErrorHelper.NoEvent(null);
        }

        return throwOnApiVersionMismatch && !IsSameRelease(parsed.ApiVersion) ? throw ErrorHelper.OtherRelease(parsed.ApiVersion) : parsed;
    }

    /// <summary>Throws unless one of the header's signatures was made with one of the secrets, within the tolerance.</summary>
    /// <exception cref="StripeException">It was not.</exception>
    public static void ValidateSignature(
        string json, string? stripeSignatureHeader, IReadOnlyCollection<string> secrets, long tolerance, DateTimeOffset utcNow)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0 || secrets.Any(string.IsNullOrEmpty))
        {
            // Anybody can sign with the empty secret.
            throw new ArgumentException("The secret of the webhook's endpoint is missing.", nameof(secrets));
        }

        if (!TryParse(stripeSignatureHeader, out var timestamp, out var signatures))
        {
            throw ErrorHelper.NoSignature();
        }

        // The signed text has the time as it was sent; each signature is compared in full, whatever the first difference.
        var seconds = timestamp.ToString(CultureInfo.InvariantCulture);
        var matches = false;
        foreach (var secret in secrets)
        {
            var expected = Encoding.ASCII.GetBytes(ComputeSignature(secret, seconds, json));
            foreach (var signature in signatures)
            {
                matches |= CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(signature));
            }
        }

        if (!matches)
        {
            throw ErrorHelper.Forged();
        }

        var age = (Int128)utcNow.ToUnixTimeSeconds() - timestamp;
        if (Int128.Abs(age) > tolerance)
        {
            throw ErrorHelper.NotNow(age);
        }
    }

    /// <summary>The signature of a payload: HMAC-SHA256 of <c>timestamp.payload</c> in lower-case hexadecimal.</summary>
    /// <param name="secret">The endpoint's secret.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="payload">The body.</param>
    public static string ComputeSignature(string secret, string timestamp, string payload) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{payload}")));

    /// <summary>The header <c>Stripe-Signature</c> as Stripe would send it, with a signature for each secret.</summary>
    public static string CreateHeader(string payload, IEnumerable<string> secrets, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return string.Join(',', [$"t={timestamp}", .. secrets.Select(secret => $"{Scheme}={ComputeSignature(secret, timestamp, payload)}")]);
    }

    private static bool TryParse(string? header, out long timestamp, out List<string> signatures)
    {
        timestamp = 0;
        signatures = [];
        var times = 0;
        foreach (var part in (header ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('=', 2);
            if (pair is ["t", var time])
            {
                times++;
                if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out timestamp))
                {
                    return false;
                }
            }
            else if (pair is [Scheme, var signature])
            {
                signatures.Add(signature);
            }
        }

        return times == 1 && signatures.Count > 0;
    }

    /// <summary>Versions of one release, such as <c>2026-10-28.endive</c> and a later <c>….endive</c>, only add to each other.</summary>
    private static bool IsSameRelease(string? version) => version is null || Release(version) == Release(StripeConfiguration.ApiVersion);

    private static string Release(string version) => version.Split('.') is [_, var release] ? release : version;
}
