using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Storefront.GraphQL.AspNetCore.Sse;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP: GET and POST, answered as JSON or as an event stream.</summary>
internal sealed class GraphQLHttpHandler(IRequestExecutor executor, GraphQLServerOptions options, GraphQLRequestInterceptor interceptor, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (ContentNegotiation.Choose(context.Request) is not { } format)
        {
            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, ResponseFormat.Json, $"Accept {ContentNegotiation.GraphQLResponse}, {ContentNegotiation.Json} or {ContentNegotiation.EventStream}.").ConfigureAwait(false);
            return;
        }

        var isGet = HttpMethods.IsGet(context.Request.Method);
        if (!HttpMethods.IsPost(context.Request.Method) && !(isGet && options.EnableGetRequests))
        {
            context.Response.Headers.Allow = options.EnableGetRequests ? "GET, POST" : "POST";
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, format, "Use GET or POST.").ConfigureAwait(false);
            return;
        }

        if (isGet && !CrossSiteRequests.IsAllowed(context))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, format, "A request with a sign-in cookie must come from this site.").ConfigureAwait(false);
            return;
        }

        var (parameters, status, problem) = isGet ? ReadQuery(context) : await ReadBodyAsync(context).ConfigureAwait(false);
        if (parameters?.Query is null)
        {
            await RefuseAsync(context, status == StatusCodes.Status200OK ? StatusCodes.Status400BadRequest : status, format, problem ?? "Must provide \"query\".").ConfigureAwait(false);
            return;
        }

        await ExecuteAsync(context, parameters, format, isGet).ConfigureAwait(false);
    }

    private async Task ExecuteAsync(HttpContext context, GraphQLParameters parameters, ResponseFormat format, bool isGet)
    {
        var allowed = AllowedOperations.Query;
        allowed |= isGet ? AllowedOperations.None : AllowedOperations.Mutation;
        allowed |= format == ResponseFormat.EventStream ? AllowedOperations.Subscription : AllowedOperations.None;
        var contextData = new Dictionary<string, object?>(StringComparer.Ordinal);
        await interceptor.OnRequestAsync(context, contextData, context.RequestAborted).ConfigureAwait(false);
        var result = await executor.ExecuteAsync(
            new OperationRequest
            {
                Document = parameters.Query,
                OperationName = parameters.OperationName,
                Variables = parameters.Variables,
                Extensions = parameters.Extensions,
                Services = context.RequestServices,
                User = context.User,
                ContextData = contextData,
                AllowedOperations = allowed,
            },
            context.RequestAborted).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            if (format == ResponseFormat.EventStream)
            {
                using var writer = new EventStreamWriter(context, options, interceptor, time);
                await writer.WriteAsync(result).ConfigureAwait(false);
                return;
            }

            var response = (OperationResult)result;
            if (response.Kind == ResultKind.OperationNotAllowed && isGet)
            {
                context.Response.Headers.Allow = "POST";
            }

            await WriteAsync(context, StatusOf(response, format), format, response.Body).ConfigureAwait(false);
        }
    }

    private static int StatusOf(OperationResult result, ResponseFormat format) => (result.Kind, format) switch
    {
        (ResultKind.OperationNotAllowed, _) => StatusCodes.Status405MethodNotAllowed,
        (ResultKind.Executed, _) => StatusCodes.Status200OK,
        (_, ResponseFormat.Json) => StatusCodes.Status200OK,
        _ => StatusCodes.Status400BadRequest,
    };

    private static (GraphQLParameters? Parameters, int Status, string? Problem) ReadQuery(HttpContext context)
    {
        var parameters = GraphQLParameters.FromQuery(context.Request.Query, out var problem);
        return (parameters, StatusCodes.Status400BadRequest, problem);
    }

    private async Task<(GraphQLParameters? Parameters, int Status, string? Problem)> ReadBodyAsync(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var contentType)
            || !contentType.MediaType.Equals(ContentNegotiation.Json, StringComparison.OrdinalIgnoreCase))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType, $"Send the request as {ContentNegotiation.Json}.");
        }

        if (contentType.Charset.HasValue && !contentType.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType, "Send the request as UTF-8.");
        }

        if (context.Request.ContentLength > options.MaxRequestSize)
        {
            return (null, StatusCodes.Status413PayloadTooLarge, TooLarge());
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = options.MaxRequestSize;
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted).ConfigureAwait(false);

            // The parameters outlive the document, whose memory is pooled.
            var parameters = GraphQLParameters.FromJson(document.RootElement.Clone(), out var problem);
            return (parameters, StatusCodes.Status400BadRequest, problem);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest, "The body is not JSON.");
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, StatusCodes.Status413PayloadTooLarge, TooLarge());
        }
    }

    private string TooLarge() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The request is larger than {options.MaxRequestSize} bytes.");

    private static Task RefuseAsync(HttpContext context, int status, ResponseFormat format, string message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { errors = new[] { new { message, extensions = new { code = ErrorCodes.BadUserInput } } } });
        return WriteAsync(context, status, format == ResponseFormat.EventStream ? ResponseFormat.Json : format, body);
    }

    private static async Task WriteAsync(HttpContext context, int status, ResponseFormat format, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = format == ResponseFormat.GraphQLResponse
            ? $"{ContentNegotiation.GraphQLResponse}; charset=utf-8"
            : $"{ContentNegotiation.Json}; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
