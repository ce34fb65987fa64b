using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Storefront.Stripe.Infrastructure;

/// <summary>Every fault of the client is made here.</summary>
internal static class ErrorHelper
{
    /// <summary>Stripe refused; the answer may still be a proxy's page instead of Stripe's JSON.</summary>
    public static StripeException Refused(StripeResponse response)
    {
        StripeError? error = null;
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var member))
            {
                // Stripe's OAuth endpoints, and many proxies, send a bare word here.
                error = member.ValueKind switch
                {
                    JsonValueKind.Object => member.Deserialize<StripeError>(StripeJson.Options),
                    JsonValueKind.String => new StripeError { Message = member.GetString() },
                    _ => null,
                };
            }
        }
        catch (JsonException)
        {
            return NotStripe(response, null);
        }

        if (error is null)
        {
            return NotStripe(response, null);
        }

        error.StripeResponse = response;
        return new StripeException(response.StatusCode, error, error.Message ?? $"Stripe answered {(int)response.StatusCode}.") { StripeResponse = response };
    }

    /// <summary>An answer that is not one of Stripe's API.</summary>
    public static StripeException NotStripe(StripeResponse response, Exception? fault)
    {
        var message = $"The answer, status {(int)response.StatusCode}, is not one of Stripe's API.";
        return new StripeException(response.StatusCode, new StripeError { Type = StripeErrorTypes.ApiError, Message = message }, message, fault) { StripeResponse = response };
    }

    public static StripeException NotReached(Uri address, Exception fault)
    {
        var message = $"Stripe could not be reached at {address.GetLeftPart(UriPartial.Authority)}: {fault.Message}";
        return new StripeException(default(HttpStatusCode), new StripeError { Type = StripeErrorTypes.ApiConnectionError, Message = message }, message, fault);
    }

    public static StripeException NoKey() => new("No API key is set: StripeClientOptions.ApiKey.");

    public static StripeException KeyHasSpaces() => new("The API key holds white space: it was copied with something that is not part of it.");

    public static StripeException LiveKeyOverHttp() => new("A live API key is sent over https only.");

    public static StripeException NoEvent(Exception? fault) => fault is null
        ? new StripeException("The webhook's body is no event.")
        : new StripeException("The webhook's body is no event.", fault);

    public static StripeException OtherRelease(string? version) => new(
        $"The event is of version {version}, which this program, of {StripeConfiguration.ApiVersion}, does not read: set the endpoint's version.");

    public static StripeException NoSignature() => new("The header Stripe-Signature is missing or malformed.");

    public static StripeException Forged() => new("None of the webhook's signatures was made with the endpoint's secret.");

    public static StripeException NotNow(Int128 age) => new(
        string.Create(CultureInfo.InvariantCulture, $"The webhook was signed {Int128.Abs(age)} seconds {(age > 0 ? "ago" : "ahead")}: outside the tolerance."));
}
