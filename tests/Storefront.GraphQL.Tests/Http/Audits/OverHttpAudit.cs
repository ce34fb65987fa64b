using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Storefront.GraphQL.Tests.Http.Audits;

/// <summary>One thing that GraphQL over HTTP asks of a server: a request, and what its answer must be.</summary>
/// <param name="Id">The id under which the published audits ask the same.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Request">Makes the request, against an address that the client adds.</param>
/// <param name="Wants">Whether the answer is as it must be.</param>
public sealed record OverHttpAudit(string Id, string Name, Func<HttpRequestMessage> Request, Func<OverHttpAnswer, bool> Wants)
{
    /// <returns>Null when it passes, else what came instead.</returns>
    public async Task<string?> RunAsync(HttpClient client)
    {
        using var request = Request();
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return Wants(new OverHttpAnswer((int)response.StatusCode, response.Content.Headers.ContentType, Parse(text)))
            ? null
            : $"{Id} {Name}: {(int)response.StatusCode} {response.Content.Headers.ContentType} {text}";
    }

    public override string ToString() => $"{Id} {Name}";

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What came back.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The media type; null when there is none.</param>
/// <param name="Body">The body; null where it is no JSON object.</param>
public sealed record OverHttpAnswer(int Status, MediaTypeHeaderValue? ContentType, JsonObject? Body)
{
    public bool IsOk => Status == 200 && Body?["errors"] is null && Body?["data"] is JsonObject;

    public bool IsRefused => Status is >= 400 and < 600;

    public bool IsBad => Status == 400;

    public bool HasOnlyErrors => Body is not null && !Body.ContainsKey("data") && Body["errors"] is JsonArray { Count: > 0 };

    /// <summary>Answered as a request that was understood, though nothing could be executed.</summary>
    public bool IsOkWithErrors => Status == 200 && Body?["errors"] is JsonArray { Count: > 0 };

    public bool Is(string mediaType) => IsOk && ContentType?.MediaType == mediaType;
}

/// <summary>Makes requests as they come from clients of all sorts.</summary>
internal static class OverHttpRequest
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";

    public static Func<HttpRequestMessage> Post(string? body, string? accept = GraphQLResponse, string? contentType = Json) => () =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, string.Empty);
        Accept(request, accept);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }
        else
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Json);
        }

        return request;
    };

    public static Func<HttpRequestMessage> Get(string query, string? variables = null, string accept = GraphQLResponse) => () =>
    {
        var rest = variables is null ? string.Empty : $"&variables={Uri.EscapeDataString(variables)}";
        var request = new HttpRequestMessage(HttpMethod.Get, $"?query={Uri.EscapeDataString(query)}{rest}");
        Accept(request, accept);
        return request;
    };

    private static void Accept(HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }
    }
}
