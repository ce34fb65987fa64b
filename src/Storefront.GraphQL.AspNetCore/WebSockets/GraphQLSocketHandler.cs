using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>Accepts WebSockets that speak <c>graphql-transport-ws</c>.</summary>
internal sealed class GraphQLSocketHandler(
    IRequestExecutor executor,
    GraphQLServerOptions options,
    GraphQLRequestInterceptor interceptor,
    TimeProvider time,
    IHostApplicationLifetime lifetime)
{
    private const string Protocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext context)
    {
        // A browser sends cookies with any page's WebSocket; only Origin says whose page it is.
        if (context.Request.Headers.Cookie.Count > 0 && !CrossSiteRequests.IsSameOrigin(context))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var isSpoken = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(isSpoken ? Protocol : null).ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var session = new GraphQLSocketSession(context, socket, executor, options, interceptor, time);
        await using (session.ConfigureAwait(false))
        {
            await (isSpoken
                ? session.RunAsync(ended.Token)
                : session.CloseAsync(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable")).ConfigureAwait(false);
        }
    }
}
