using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Storefront.GraphQL.AspNetCore.Uploads;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>A request's parameters, or why there are none with the status that says so. Disposed of when the request has been answered.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly RequestFiles? files;

    /// <summary>Holds what was read.</summary>
    public RequestBody(IReadOnlyList<GraphQLParameters> requests, bool isBatch, RequestFiles? files = null)
    {
        Requests = requests;
        IsBatch = isBatch;
        this.files = files;
    }

    private RequestBody(int status, GraphQLError problem)
    {
        Requests = [];
        Status = status;
        Problem = problem;
    }

    /// <summary>At least one, unless there is a problem.</summary>
    public IReadOnlyList<GraphQLParameters> Requests { get; }

    /// <summary>Whether the answer is a list.</summary>
    public bool IsBatch { get; }

    public int Status { get; } = StatusCodes.Status400BadRequest;

    public GraphQLError? Problem { get; }

    public static RequestBody Refuse(int status, GraphQLError problem) => new(status, problem);

    public static RequestBody Refuse(int status, string problem) => new(status, RequestErrors.Invalid(problem));

    /// <summary>Reads the body of a POST, no more of it than the options allow.</summary>
    public static async ValueTask<RequestBody> ReadAsync(HttpContext context, GraphQLServerOptions options)
    {
        var request = context.Request;
        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType);
        var isMultipart = options.Uploads.Enabled && contentType?.MediaType.Equals(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase) is true;
        if (contentType is null || !(isMultipart || contentType.MediaType.Equals(ContentNegotiation.Json, StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, $"Send the request as {ContentNegotiation.Json}.");
        }

        if (!ContentNegotiation.IsUtf8(contentType))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "Send the request as UTF-8.");
        }

        try
        {
            return isMultipart
                ? await MultipartRequest.ReadAsync(context, contentType, options).ConfigureAwait(false)
                : await ReadJsonAsync(context, options).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge(options)
                : Refuse(exception.StatusCode, RequestErrors.CutOff());
        }
    }

    public void Dispose() => files?.Dispose();

    /// <summary>Refuses at once what says that it is larger, and lets the server itself stop what does not say.</summary>
    internal static bool Admits(HttpContext context, long maximum)
    {
        if (context.Request.ContentLength > maximum)
        {
            return false;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = maximum;
        }

        return true;
    }

    private static async ValueTask<RequestBody> ReadJsonAsync(HttpContext context, GraphQLServerOptions options)
    {
        if (!Admits(context, options.MaxRequestSize))
        {
            return TooLarge(options);
        }

        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            if (read.Buffer.Length > options.MaxRequestSize)
            {
                reader.AdvanceTo(read.Buffer.End);
                return TooLarge(options);
            }

            if (read.IsCompleted)
            {
                var parsed = GraphQLParameters.FromJson(read.Buffer, options, out var problem);
                reader.AdvanceTo(read.Buffer.End);
                return parsed is var (requests, isBatch)
                    ? new RequestBody(requests, isBatch)
                    : Refuse(StatusCodes.Status400BadRequest, problem!);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static RequestBody TooLarge(GraphQLServerOptions options) =>
        Refuse(StatusCodes.Status413PayloadTooLarge, RequestErrors.RequestTooLarge(options.MaxRequestSize));
}
