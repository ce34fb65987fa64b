using System.Globalization;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Sse;
using Storefront.GraphQL.AspNetCore.Streams;
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
            // Run here or later: a stream that is open for hours holds none of the frames that answered the request.
            if (await AnswerAsync(context).ConfigureAwait(false) is not { } stream)
            {
                return;
            }

            if (StreamRequest.Of(context) is { } request)
            {
                request.RunLater(stream.RunAsync);
            }
            else
            {
                await stream.RunAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to tell.
        }
        catch (Exception exception) when (exception is not BadHttpRequestException && !context.Response.HasStarted)
        {
            var format = ContentNegotiation.Choose(context.Request);
            var failure = runner.Report(exception);
            var isLater = failure.Code == ErrorCodes.Unavailable;
            SetRetryAfter(context, isLater ? ErrorHelper.RetryAfterOf(failure) : null);
            var status = isLater ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await RefuseAsync(context, status, format, failure).ConfigureAwait(false);
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
            await RefuseAsync(context, StatusCodes.Status403Forbidden, format, RequestErrors.CrossSite()).ConfigureAwait(false);
            return null;
        }

        if (isGet && chosen == ResponseFormat.EventStream && LastEventOf(context) == EventStreamFormat.FinishedId)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return null;
        }

        using var body = isGet ? ReadQuery(context) : await RequestBody.ReadAsync(context, options).ConfigureAwait(false);
        if (body.Problem is { } problem || (problem = FindMissing(body)) is not null)
        {
            await RefuseAsync(context, body.Status, format, problem).ConfigureAwait(false);
            return null;
        }

        if (chosen == ResponseFormat.EventStream)
        {
            if (!body.IsBatch)
            {
                return await OpenStreamAsync(context, body.Requests[0], isGet).ConfigureAwait(false);
            }

            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, format, "A batch is answered as JSON.").ConfigureAwait(false);
            return null;
        }

        await (body.IsBatch ? ExecuteBatchAsync(context, body.Requests, chosen) : ExecuteAsync(context, body.Requests[0], chosen, isGet)).ConfigureAwait(false);
        return null;
    }

    private async ValueTask<EventStream?> OpenStreamAsync(HttpContext context, GraphQLParameters parameters, bool isGet)
    {
        var stream = new EventStream(context, streams);
        try
        {
            if (!stream.TryCount())
            {
                var wait = streams.NextRetryDelay();
                SetRetryAfter(context, wait);
                await RefuseAsync(context, StatusCodes.Status429TooManyRequests, ResponseFormat.Json, RequestErrors.TooManyStreams(SecondsOf(wait))).ConfigureAwait(false);
                return null;
            }

            var allowed = AllowedOperations.Query | AllowedOperations.Subscription | (isGet ? AllowedOperations.None : AllowedOperations.Mutation);
            parameters = parameters with { ResumeAfter = LastEventOf(context) };
            var result = await runner.RunAsync(context, stream.Services, parameters, allowed, stream.Ended).ConfigureAwait(false);
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
                await stream.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static GraphQLError? FindMissing(RequestBody body) =>
        body.Requests.All(request => request.HasDocument) ? null : RequestErrors.NoDocument();

    // One after the other: what the requests share is made for one at a time.
    private async Task ExecuteBatchAsync(HttpContext context, IReadOnlyList<GraphQLParameters> batch, ResponseFormat format)
    {
        using var answers = new ResultBuffer();
        foreach (var parameters in batch)
        {
            answers.Write(answers.Position == 0 ? (byte)'[' : (byte)',');
            var result = await runner
                .RunAsync(context, context.RequestServices, parameters, AllowedOperations.Query | AllowedOperations.Mutation, context.RequestAborted).ConfigureAwait(false);
            await using (result.ConfigureAwait(false))
            {
                var response = (OperationResult)result;
                answers.Write(response.Body.Span);
                SetRetryAfter(context, response.RetryAfter);
            }
        }

        answers.Write((byte)']');
        await WriteAsync(context, StatusCodes.Status200OK, format, answers.WrittenMemory).ConfigureAwait(false);
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

        SetRetryAfter(context, response.RetryAfter);
        return WriteAsync(context, StatusOf(response, format), format, response.Body);
    }

    private static string? LastEventOf(HttpContext context) =>
        context.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } id] ? id : null;

    private static int StatusOf(OperationResult result, ResponseFormat format) => (result.Kind, format) switch
    {
        (ResultKind.MutationNotAllowed, _) => StatusCodes.Status405MethodNotAllowed,
        (ResultKind.SubscriptionNotAllowed, _) => StatusCodes.Status406NotAcceptable,
        (ResultKind.Unavailable, _) => StatusCodes.Status503ServiceUnavailable,
        (ResultKind.Executed or ResultKind.CostReported, _) or (_, ResponseFormat.Json) => StatusCodes.Status200OK,
        (ResultKind.RateLimited, _) => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };

    private static void SetRetryAfter(HttpContext context, TimeSpan? delay)
    {
        if (delay is { } wait)
        {
            context.Response.Headers.RetryAfter = SecondsOf(wait).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static int SecondsOf(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds);

    private static RequestBody ReadQuery(HttpContext context) =>
        GraphQLParameters.FromQuery(context.Request.Query, out var problem) is { } parameters
            ? new RequestBody([parameters], isBatch: false)
            : RequestBody.Refuse(StatusCodes.Status400BadRequest, problem!);

    private static Task RefuseAsync(HttpContext context, int status, ResponseFormat? format, string message) =>
        RefuseAsync(context, status, format, RequestErrors.Invalid(message));

    private static async Task RefuseAsync(HttpContext context, int status, ResponseFormat? format, GraphQLError problem)
    {
        var refusal = OperationResultBody.Refuse(ResultKind.RequestError, [problem]);
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
