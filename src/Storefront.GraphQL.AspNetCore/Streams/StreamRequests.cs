using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Storefront.GraphQL.AspNetCore.Streams;

/// <summary>Stands around everything else, and is all that is left around a stream.</summary>
internal sealed class StreamRequests(RequestDelegate next, IServiceScopeFactory scopes)
{
    private const string EventStream = "text/event-stream";

    public Task InvokeAsync(HttpContext context) => MayStayOpen(context.Request) ? InvokeAsync(context, new StreamRequest(scopes)) : next(context);

    private async Task InvokeAsync(HttpContext context, StreamRequest request)
    {
        context.Features.Set<IServiceProvidersFeature>(request);
        context.Response.RegisterForDisposeAsync(request);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch when (request.HasStream)
        {
            // It begins only to find that nobody is there, and lets go of what it holds.
            context.Abort();
            await (await request.BeginAsync(context).ConfigureAwait(false)).ConfigureAwait(false);
            throw;
        }

        await (await request.BeginAsync(context).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static bool MayStayOpen(HttpRequest request) =>
        request.Headers.Upgrade.Count > 0
        || HttpMethods.IsConnect(request.Method)
        || request.Headers.Accept.ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase);
}
