using System.Globalization;
using System.Net.WebSockets;
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
        if (StreamRequest.Of(context) is { } request)
        {
            request.RunLater(() => RunAsync(context, socket, isSpoken, lease));
        }
        else
        {
            await RunAsync(context, socket, isSpoken, lease).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(HttpContext context, WebSocket socket, bool isSpoken, IDisposable? lease)
    {
        using var connection = new SocketConnection(socket, sockets, context.RequestAborted);
        if (!isSpoken)
        {
            await connection.CloseAsync(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable").ConfigureAwait(false);
            await connection.ReceiveAsync(static (_, _) => Task.CompletedTask).ConfigureAwait(false);
            return;
        }

        await new GraphQLSocketSession(context, connection, runner, sockets, lease).RunAsync().ConfigureAwait(false);
    }
}
