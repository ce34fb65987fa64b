using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Storefront.GraphQL.AspNetCore.Sse;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP: GET and POST, answered as JSON or as an event stream.</summary>
internal sealed class GraphQLHttpHandler(
    OperationRunner runner,
    GraphQLServerOptions options,
    GraphQLRequestInterceptor interceptor,
    TimeProvider time,
    IHostApplicationLifetime lifetime)
{
    private static readonly string JsonContentType = $"{ContentNegotiation.Json}; charset=utf-8";
    private static readonly string GraphQLResponseContentType = $"{ContentNegotiation.GraphQLResponse}; charset=utf-8";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to tell.
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var format = ContentNegotiation.Choose(context.Request);
        var isGet = HttpMethods.IsGet(context.Request.Method);
        if (!HttpMethods.IsPost(context.Request.Method) && !(isGet && options.EnableGetRequests))
        {
            context.Response.Headers.Allow = options.EnableGetRequests ? "GET, POST" : "POST";
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, format, "Use GET or POST.").ConfigureAwait(false);
            return;
        }

        if (format is not { } chosen)
        {
            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, format, $"Accept {ContentNegotiation.GraphQLResponse}, {ContentNegotiation.Json} or {ContentNegotiation.EventStream}.").ConfigureAwait(false);
            return;
        }

        if (isGet && !CrossSiteRequests.IsAllowed(context))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, format, "A request with a sign-in cookie must come from this site.").ConfigureAwait(false);
            return;
        }

        if (isGet && chosen == ResponseFormat.EventStream && EventStreamWriter.IsFinished(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var (parameters, status, problem) = isGet ? ReadQuery(context) : await RequestBody.ReadAsync(context, options.MaxRequestSize).ConfigureAwait(false);
        if (parameters?.Query is null)
        {
            await RefuseAsync(context, status, format, problem ?? "Must provide \"query\".").ConfigureAwait(false);
            return;
        }

        await ExecuteAsync(context, parameters, chosen, isGet).ConfigureAwait(false);
    }

    private async Task ExecuteAsync(HttpContext context, GraphQLParameters parameters, ResponseFormat format, bool isGet)
    {
        var allowed = AllowedOperations.Query;
        allowed |= isGet ? AllowedOperations.None : AllowedOperations.Mutation;
        allowed |= format == ResponseFormat.EventStream ? AllowedOperations.Subscription : AllowedOperations.None;
        var result = await runner.RunAsync(context, context.RequestServices, parameters, allowed, context.RequestAborted).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            if (format == ResponseFormat.EventStream && result is not OperationResult { Kind: ResultKind.MutationNotAllowed })
            {
                using var writer = new EventStreamWriter(context, options, interceptor, time, lifetime.ApplicationStopping);
                await writer.WriteAsync(result).ConfigureAwait(false);
                return;
            }

            var response = (OperationResult)result;
            if (response.Kind == ResultKind.MutationNotAllowed)
            {
                context.Response.Headers.Allow = "POST";
            }

            if (response.RetryAfter is { } wait)
            {
                context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            await WriteAsync(context, StatusOf(response, format), format, response.Body).ConfigureAwait(false);
        }
    }

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

    private static async Task RefuseAsync(HttpContext context, int status, ResponseFormat? format, string message)
    {
        var refusal = OperationResultBody.Refuse(ResultKind.RequestError, [new GraphQLError { Message = message, Code = ErrorCodes.BadUserInput }]);
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
