using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Stripe.Sandbox.Webhooks;

/// <summary>Sends one signed webhook. Redirects are not followed, as at Stripe.</summary>
public sealed class WebhookSender(HttpClient client)
{
    /// <summary>Signs a payload as Stripe does: HMAC-SHA256 over the time, a dot and the payload.</summary>
    public static string Sign(string payload, string secret, long timestamp)
    {
        var text = timestamp.ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{text}.{payload}"));
        return $"t={text},v1={Convert.ToHexStringLower(hash)}";
    }

    internal async Task<(HttpStatusCode? Status, string? Error)> SendAsync(
        Uri address, string payload, string signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (local)");
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return (response.StatusCode, response.IsSuccessStatusCode ? null : $"The address answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException exception)
        {
            return (null, exception.Message);
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, exception.Message);
        }
    }
}
