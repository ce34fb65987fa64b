using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>Chooses a <see cref="ResponseFormat"/> and reads the media type of a body.</summary>
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

        foreach (var type in types.OrderByDescending(type => type.Quality ?? 1).Where(type => type.Quality != 0 && IsUtf8(type)))
        {
            // A wildcard stands for what is not named below it (RFC 9110, section 12.5.1): JSON, then the newer media type, never a stream.
            if (type.MatchesAllTypes || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
            {
                if (!IsBelow(types, Json, type))
                {
                    return ResponseFormat.Json;
                }

                if (!IsBelow(types, GraphQLResponse, type))
                {
                    return ResponseFormat.GraphQLResponse;
                }
            }
            else if (Match(type) is { } format)
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>Whether a media type says nothing of a charset, or that it is UTF-8.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(IList<MediaTypeHeaderValue> types, string name, MediaTypeHeaderValue wildcard) =>
        types.Where(type => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase) && IsUtf8(type)).Max(type => type.Quality ?? (double?)1) < (wildcard.Quality ?? 1);

    private static ResponseFormat? Match(MediaTypeHeaderValue type)
    {
        var name = type.MediaType;
        return name.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase) ? ResponseFormat.GraphQLResponse
            : name.Equals(EventStream, StringComparison.OrdinalIgnoreCase) ? ResponseFormat.EventStream
            : name.Equals(Json, StringComparison.OrdinalIgnoreCase) ? ResponseFormat.Json
            : null;
    }
}
