using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Streams;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>One socket's state in the <c>graphql-transport-ws</c> protocol: whether it is acknowledged, and what becomes of its messages.</summary>
internal sealed partial class GraphQLSocketSession(
    HttpContext context,
    SocketConnection connection,
    OperationRunner runner,
    GraphQLSockets sockets,
    IDisposable? lease) : LiveStream
{
    private bool isInitialized;
    private bool isAcknowledged;
    private ExceptionDispatchInfo? failure;

    /// <summary>Serves the socket until it has closed and every operation has ended. What the host's own code threw is thrown again, for its log.</summary>
    public async Task RunAsync()
    {
        sockets.Initialization.Add(this);
        try
        {
            // The one frame of an idle socket: it waits for the first byte of a message, and no buffer is held until that has come.
            ValueWebSocketReceiveResult begun;
            do
            {
                begun = await connection.BeginReceiveAsync().ConfigureAwait(false);
            }
            while (await connection.ReceiveAsync(begun, HandleAsync).ConfigureAwait(false));

            await connection.CloseAsync(CloseCode.Normal, string.Empty).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has gone without a word, or does not answer our close.
        }
        finally
        {
            await connection.EndAsync().ConfigureAwait(false);
            sockets.Initialization.Remove(this);
            sockets.Pulse.Remove(this);
            await EndAsync().ConfigureAwait(false);
            await connection.Operations.WhenAllEndedAsync().ConfigureAwait(false);
            connection.Dispose();
        }

        failure?.Throw();
    }

    /// <summary>Tells a client that no protocol is in common.</summary>
    public async Task RefuseAsync()
    {
        try
        {
            await connection.CloseAsync(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable").ConfigureAwait(false);
        }
        finally
        {
            await RunAsync().ConfigureAwait(false);
        }
    }

    protected override Task StopAsync() => connection.CloseAsync(CloseCode.GoingAway, "Going away");

    protected override async Task LookAfterAsync()
    {
        try
        {
            if (!isInitialized)
            {
                await connection.CloseAsync(CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout").ConfigureAwait(false);
            }
            else if (sockets.IsTooLong(connection.SendingSince))
            {
                connection.Abort();
            }
            else if (isAcknowledged && !await sockets.Interceptor.IsStillValidAsync(context, connection.Closing).ConfigureAwait(false))
            {
                await connection.CloseAsync(CloseCode.Forbidden, "Forbidden").ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (connection.Closing.IsCancellationRequested)
        {
            // It has just closed.
        }
        catch (Exception exception)
        {
            await FailAsync(exception).ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> json, CancellationToken closing)
    {
        if (SocketMessage.Parse(json) is not { } message)
        {
            await RefuseMessageAsync().ConfigureAwait(false);
            return;
        }

        try
        {
            await (message.Type switch
            {
                "connection_init" => InitializeAsync(message, closing),
                "ping" => connection.SendAsync(SocketMessage.Pong(message.Payload), closing),
                "pong" => Task.CompletedTask,
                "subscribe" => SubscribeAsync(message),
                "complete" when message.Id is { Length: > 0 } id => CompleteAsync(id),
                _ => RefuseMessageAsync(),
            }).ConfigureAwait(false);
        }
        catch (Exception exception) when (!closing.IsCancellationRequested && exception is not WebSocketException)
        {
            await FailAsync(exception).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // Closed while it was handled.
        }
    }

    private async Task InitializeAsync(SocketMessage message, CancellationToken closing)
    {
        if (isInitialized)
        {
            await connection.CloseAsync(CloseCode.TooManyRequests, "Too many initialisation requests").ConfigureAwait(false);
            return;
        }

        isInitialized = true;
        sockets.Initialization.Remove(this);
        sockets.Pulse.Add(this);
        if (!await sockets.Interceptor.OnConnectAsync(context, message.CopyPayload(), closing).ConfigureAwait(false))
        {
            await connection.CloseAsync(CloseCode.Forbidden, "Forbidden").ConfigureAwait(false);
            return;
        }

        // Who opened it may have said so only now.
        if (!sockets.Connections.TryEnterAgain(context, lease))
        {
            await connection.CloseAsync(CloseCode.TooManyRequests, "Too many connections").ConfigureAwait(false);
            return;
        }

        isAcknowledged = true;
        await connection.SendAsync(SocketMessage.ConnectionAck, closing).ConfigureAwait(false);
    }

    private Task RefuseMessageAsync() => connection.CloseAsync(CloseCode.BadRequest, "Invalid message received");

    private async Task FailAsync(Exception exception)
    {
        Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
        await connection.CloseAsync(CloseCode.InternalServerError, "Internal server error").ConfigureAwait(false);
    }
}
