using System.Globalization;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Sse;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP: GET and POST, answered as JSON or as an event stream.</summary>
internal sealed class GraphQLHttpHandler(
    OperationRunner runner,
    GraphQLServerOptions options,
    EventStreams streams)
{
    private static readonly string JsonContentType = $"{ContentNegotiation.Json}; charset=utf-8";
    private static readonly string GraphQLResponseContentType = $"{ContentNegotiation.GraphQLResponse}; charset=utf-8";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            // Run here: a stream that is open for hours holds none of the frames that answered the request.
            if (await AnswerAsync(context).ConfigureAwait(false) is { } stream)
            {
                using (stream)
                {
                    await stream.RunAsync().ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to tell.
        }
    }

    /// <returns>The stream that answers; null when all is said.</returns>
    private async ValueTask<EventStream?> AnswerAsync(HttpContext context)
    {
        var format = ContentNegotiation.Choose(context.Request);
        var isGet = HttpMethods.IsGet(context.Request.Method);
        if (!HttpMethods.IsPost(context.Request.Method) && !(isGet && options.EnableGetRequests))
        {
            context.Response.Headers.Allow = options.EnableGetRequests ? "GET, POST" : "POST";
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, format, "Use GET or POST.").ConfigureAwait(false);
            return null;
        }

        if (format is not { } chosen)
        {
            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, format, $"Accept {ContentNegotiation.GraphQLResponse}, {ContentNegotiation.Json} or {ContentNegotiation.EventStream}.").ConfigureAwait(false);
            return null;
        }

        if (isGet && !CrossSiteRequests.IsAllowed(context))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, format, "A request with a sign-in cookie must come from this site.").ConfigureAwait(false);
            return null;
        }

        if (isGet && chosen == ResponseFormat.EventStream && LastEventOf(context) == EventStreamFormat.FinishedId)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return null;
        }

        var (parameters, status, problem) = isGet ? ReadQuery(context) : await RequestBody.ReadAsync(context, options.MaxRequestSize).ConfigureAwait(false);
        if (parameters?.Query is null)
        {
            await RefuseAsync(context, status, format, problem ?? "Must provide \"query\".").ConfigureAwait(false);
            return null;
        }

        if (chosen == ResponseFormat.EventStream)
        {
            return await OpenStreamAsync(context, parameters, isGet).ConfigureAwait(false);
        }

        await ExecuteAsync(context, parameters, chosen, isGet).ConfigureAwait(false);
        return null;
    }

    private async ValueTask<EventStream?> OpenStreamAsync(HttpContext context, GraphQLParameters parameters, bool isGet)
    {
        var stream = new EventStream(context, streams);
        try
        {
            if (!stream.TryCount())
            {
                await RefuseAsync(context, StatusCodes.Status429TooManyRequests, ResponseFormat.Json, "Too many streams are open.", ErrorCodes.RateLimited).ConfigureAwait(false);
                return null;
            }

            var allowed = AllowedOperations.Query | AllowedOperations.Subscription | (isGet ? AllowedOperations.None : AllowedOperations.Mutation);
            parameters = parameters with { ResumeAfter = LastEventOf(context) };
            var result = await runner.RunAsync(context, context.RequestServices, parameters, allowed, stream.Ended).ConfigureAwait(false);
            if (result is OperationResult { Kind: ResultKind.MutationNotAllowed } refused)
            {
                await using (refused.ConfigureAwait(false))
                {
                    await WriteResultAsync(context, refused, ResponseFormat.EventStream).ConfigureAwait(false);
                    return null;
                }
            }

            stream.Result = result;
            return stream;
        }
        finally
        {
            if (stream.Result is null)
            {
                stream.Dispose();
            }
        }
    }

    private async Task ExecuteAsync(HttpContext context, GraphQLParameters parameters, ResponseFormat format, bool isGet)
    {
        var allowed = AllowedOperations.Query | (isGet ? AllowedOperations.None : AllowedOperations.Mutation);
        var result = await runner.RunAsync(context, context.RequestServices, parameters, allowed, context.RequestAborted).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            await WriteResultAsync(context, (OperationResult)result, format).ConfigureAwait(false);
        }
    }

    private static Task WriteResultAsync(HttpContext context, OperationResult response, ResponseFormat format)
    {
        if (response.Kind == ResultKind.MutationNotAllowed)
        {
            context.Response.Headers.Allow = "POST";
        }

        if (response.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(context, StatusOf(response, format), format, response.Body);
    }

    private static string? LastEventOf(HttpContext context) =>
        context.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } id] ? id : null;

    private static int StatusOf(OperationResult result, ResponseFormat format) => (result.Kind, format) switch
    {
        (ResultKind.MutationNotAllowed, _) => StatusCodes.Status405MethodNotAllowed,
        (ResultKind.SubscriptionNotAllowed, _) => StatusCodes.Status406NotAcceptable,
        (ResultKind.Executed or ResultKind.CostReported, _) or (_, ResponseFormat.Json) => StatusCodes.Status200OK,
        (ResultKind.RateLimited, _) => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };

    private static RequestBody ReadQuery(HttpContext context)
    {
        var parameters = GraphQLParameters.FromQuery(context.Request.Query, out var problem);
        return new(parameters, StatusCodes.Status400BadRequest, problem);
    }

    private static async Task RefuseAsync(HttpContext context, int status, ResponseFormat? format, string message, string code = ErrorCodes.BadUserInput)
    {
        var refusal = OperationResultBody.Refuse(ResultKind.RequestError, [new GraphQLError { Message = message, Code = code }]);
        await using (refusal.ConfigureAwait(false))
        {
            await WriteAsync(context, status, format, refusal.Body).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, ResponseFormat? format, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = format == ResponseFormat.GraphQLResponse ? GraphQLResponseContentType : JsonContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        await response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
