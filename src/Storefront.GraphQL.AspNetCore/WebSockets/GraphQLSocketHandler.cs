using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Storefront.GraphQL.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>Accepts WebSockets that speak <c>graphql-transport-ws</c>.</summary>
internal sealed class GraphQLSocketHandler(
    OperationRunner runner,
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
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = isSpoken ? Protocol : null,
            KeepAliveInterval = options.KeepAliveInterval,
            KeepAliveTimeout = options.KeepAliveInterval,
        }).ConfigureAwait(false);
        using var connection = new SocketConnection(socket, options.MaxSocketMessageSize, context.RequestAborted);
        if (!isSpoken)
        {
            await connection.CloseAsync(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable").ConfigureAwait(false);
            await connection.ReceiveAsync(static (_, _) => Task.CompletedTask).ConfigureAwait(false);
            return;
        }

        using var session = new GraphQLSocketSession(context, connection, runner, options, interceptor, time);
        await session.RunAsync(lifetime.ApplicationStopping).ConfigureAwait(false);
    }
}
