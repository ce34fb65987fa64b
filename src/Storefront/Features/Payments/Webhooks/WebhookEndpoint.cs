using System.Text;
using Storefront.Stripe;
using Storefront.Stripe.Events;

namespace Storefront.Features.Payments.Webhooks;

/// <summary>
/// <c>POST /webhooks/stripe</c>: believes nothing that is not signed, keeps what is, and answers. What an event means is found out
/// afterwards, from the state of its object at Stripe.
/// </summary>
internal static class WebhookEndpoint
{
    /// <summary>Bytes; Stripe's events are a few kilobytes.</summary>
    public const int LongestBody = 512 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void MapStripeWebhook(this WebApplication app) => app
        .MapPost(PaymentsFeature.WebhookPath, ReceiveAsync)
        .AllowAnonymous()
        .DisableAntiforgery()
        .ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, WebhookSecrets secrets, WebhookInbox inbox, TimeProvider time, ILogger<WebhookInbox> logger, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request.Body, cancellationToken) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        Event received;
        string json;
        try
        {
            json = Utf8.GetString(body);

            // Only its type and the id of its object are read, which no version of the API changes.
            received = EventUtility.ConstructEvent(
                json, request.Headers["Stripe-Signature"], secrets.All, EventUtility.DefaultTimeTolerance, time.GetUtcNow(), throwOnApiVersionMismatch: false);
        }
        catch (Exception exception) when (exception is StripeException or DecoderFallbackException)
        {
            logger.LogWarning("A webhook was turned away: {Reason}", exception.Message);
            return TypedResults.BadRequest();
        }

        await inbox.StoreAsync(received, json, cancellationToken);
        return TypedResults.Ok();
    }

    /// <summary>The body, or null when it is longer than is read.</summary>
    private static async Task<byte[]?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        var part = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(part, cancellationToken)) > 0)
        {
            if (buffer.Length + read > LongestBody)
            {
                return null;
            }

            buffer.Write(part, 0, read);
        }

        return buffer.ToArray();
    }
}
