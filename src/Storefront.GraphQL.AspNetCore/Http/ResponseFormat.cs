using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>How a response is sent: chosen by the <c>Accept</c> header (GraphQL over HTTP, "Media Types").</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/json</c>: a well-formed request is answered with 200 whatever its errors.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status says how far the request came.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,
}

/// <summary>Chooses a <see cref="ResponseFormat"/>.</summary>
internal static class ContentNegotiation
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";

    /// <summary>The acceptable format of the highest quality, the first among equals; null when none is. No header means JSON.</summary>
    public static ResponseFormat? Choose(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || (accept.Count == 1 && (string.IsNullOrWhiteSpace(accept[0]) || accept[0] is "*/*" or Json)))
        {
            return ResponseFormat.Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var types))
        {
            return ResponseFormat.Json;
        }

        foreach (var type in types.OrderByDescending(type => type.Quality ?? 1))
        {
            if (type.Quality == 0 || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var format = Match(type);
            if (format is not null)
            {
                return format;
            }
        }

        return null;
    }

    private static ResponseFormat? Match(MediaTypeHeaderValue type)
    {
        var name = type.MediaType;
        return name.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase) ? ResponseFormat.GraphQLResponse
            : name.Equals(EventStream, StringComparison.OrdinalIgnoreCase) ? ResponseFormat.EventStream
            : type.MatchesAllTypes || name.Equals(Json, StringComparison.OrdinalIgnoreCase) || name.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? ResponseFormat.Json
            : null;
    }
}
