using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Storefront.Features.Inbound.Mime;
using Storefront.Hosting;

namespace Storefront.Features.Inbound;

/// <summary>
/// <c>POST /webhooks/inbound</c>: mail as it came (<c>message/rfc822</c>) and messages of a messaging service (<c>application/json</c>). It
/// believes nothing that is not signed, keeps what is, and answers; what it means is found out afterwards.
/// </summary>
internal static class InboundEndpoint
{
    public const string Path = "/webhooks/inbound";

    /// <summary>Bytes; about what mail servers carry.</summary>
    public const int LongestBody = 25 * 1024 * 1024;

    private const int Chunk = 64 * 1024;

    private const string Mail = "message/rfc822";

    public static void MapInbound(this WebApplication app) => app
        .MapPost(Path, ReceiveAsync)
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(LongestBody))
        .ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, StorefrontSettings settings, InboundInbox inbox, TimeProvider time, ILogger<InboundInbox> logger, CancellationToken cancellationToken)
    {
        if (settings.Inbound is not { } inbound)
        {
            return TypedResults.NotFound();
        }

        var type = (request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (type is not (Mail or MediaTypeNames.Application.Json))
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        // Who shows no signature of now is turned away before a byte is read.
        if (InboundSignature.Read(request.Headers[InboundSignature.Header], time.GetUtcNow()) is not { } signature)
        {
            return TurnAway(logger);
        }

        if (request.ContentLength > LongestBody || await ReadAsync(request.Body, cancellationToken) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!signature.Covers(body, inbound.Secrets))
        {
            return TurnAway(logger);
        }

        var (way, id) = type == Mail ? (InboundWay.Email, MimeMail.MessageIdOf(body)) : (InboundWay.Messaging, IdOf(body));
        if (way == InboundWay.Messaging && id is null)
        {
            return TypedResults.BadRequest();
        }

        await inbox.StoreAsync(way, id, body, cancellationToken);
        return TypedResults.Ok();
    }

    private static BadRequest TurnAway(ILogger logger)
    {
        logger.LogWarning("A message that came in was turned away: its signature is missing, wrong or old");
        return TypedResults.BadRequest();
    }

    private static string? IdOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<MessagingEvent>(body, MessagingEvent.Options) is { Id.Length: > 0 and <= 500, From: not null } message ? message.Id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var buffer = new MemoryStream();
            var chunk = new byte[Chunk];
            while (await body.ReadAsync(chunk, cancellationToken) is > 0 and var read)
            {
                // Nothing after this limit is read, whatever the server's own is set to.
                if (buffer.Length + read > LongestBody)
                {
                    return null;
                }

                buffer.Write(chunk, 0, read);
            }

            return buffer.ToArray();
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
