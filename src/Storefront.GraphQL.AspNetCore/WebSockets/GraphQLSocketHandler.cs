using System.Globalization;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Streams;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>Accepts WebSockets that speak <c>graphql-transport-ws</c>.</summary>
internal sealed class GraphQLSocketHandler(OperationRunner runner, GraphQLSockets sockets)
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

        // By cookie, header or address; a token in connection_init is counted when it comes.
        if (!sockets.Connections.TryEnter(context, out var lease))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Math.Ceiling(sockets.Options.ReconnectDelay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return;
        }

        var isSpoken = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = isSpoken ? Protocol : null,
            KeepAliveInterval = sockets.Options.KeepAliveInterval,
            KeepAliveTimeout = sockets.Options.KeepAliveInterval,
        }).ConfigureAwait(false);
        var session = new GraphQLSocketSession(context, new SocketConnection(socket, sockets), runner, sockets, lease);
        Func<Task> run = isSpoken ? session.RunAsync : session.RefuseAsync;
        if (StreamRequest.Of(context) is { } request)
        {
            request.RunLater(run);
        }
        else
        {
            await run().ConfigureAwait(false);
        }
    }
}
