using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// One socket: its connection state and its operations. Messages are sent one at a time and an operation waits for its turn,
/// so a reader that is slow holds back its own streams and nothing piles up.
/// </summary>
internal sealed class GraphQLSocketSession(
    HttpContext context,
    WebSocket socket,
    IRequestExecutor executor,
    GraphQLServerOptions options,
    GraphQLRequestInterceptor interceptor,
    TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, SocketOperation> operations = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource closed = new();
    private bool isInitialized;
    private volatile bool isAcknowledged;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed.Token);
        var clock = WatchAsync(linked.Token);
        try
        {
            await ReceiveAsync(linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await CloseAsync(CloseCode.GoingAway, "Going away").ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // Closed by us, or the client has gone without a word.
        }
        finally
        {
            await closed.CancelAsync().ConfigureAwait(false);
            await clock.ConfigureAwait(false);
            await Task.WhenAll(operations.Values.Select(operation => operation.Completion)).ConfigureAwait(false);
        }
    }

    public async Task CloseAsync(CloseCode code, string reason)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var timeout = new CancellationTokenSource(CloseTimeout);
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
        finally
        {
            turn.Release();
        }

        // The client answers with its own close frame, which ends the receiving loop; if it does not, we do not wait for it.
        closed.CancelAfter(CloseTimeout);
    }

    public ValueTask DisposeAsync()
    {
        closed.Dispose();
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult received;
                do
                {
                    if (length == buffer.Length)
                    {
                        if (length >= options.MaxSocketMessageSize)
                        {
                            await CloseAsync(CloseCode.BadRequest, "Message too large").ConfigureAwait(false);
                            return;
                        }

                        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
                        buffer.AsSpan(0, length).CopyTo(larger);
                        ArrayPool<byte>.Shared.Return(buffer);
                        buffer = larger;
                    }

                    received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                    length += received.Count;
                }
                while (!received.EndOfMessage);

                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await CloseAsync((CloseCode)(int)WebSocketCloseStatus.NormalClosure, string.Empty).ConfigureAwait(false);
                    return;
                }

                if (socket.State == WebSocketState.Open && !await HandleAsync(buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>False when the socket was closed for it.</returns>
    private async Task<bool> HandleAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (SocketMessage.Parse(message) is not { } parsed)
        {
            return await RefuseAsync(CloseCode.BadRequest, "Invalid message received").ConfigureAwait(false);
        }

        switch (parsed.Type)
        {
            case "connection_init":
                return await InitializeAsync(parsed, cancellationToken).ConfigureAwait(false);
            case "ping":
                await SendAsync(SocketMessage.Pong(parsed.Payload), cancellationToken).ConfigureAwait(false);
                return true;
            case "pong":
                return true;
            case "subscribe":
                return await SubscribeAsync(parsed, cancellationToken).ConfigureAwait(false);
            case "complete" when parsed.Id is not null:
                if (operations.TryRemove(parsed.Id, out var operation))
                {
                    operation.Cancel();
                }

                return true;
            default:
                return await RefuseAsync(CloseCode.BadRequest, "Invalid message received").ConfigureAwait(false);
        }
    }

    private async Task<bool> InitializeAsync(SocketMessage message, CancellationToken cancellationToken)
    {
        if (isInitialized)
        {
            return await RefuseAsync(CloseCode.TooManyRequests, "Too many initialisation requests").ConfigureAwait(false);
        }

        isInitialized = true;
        if (!await interceptor.OnConnectAsync(context, message.Payload, cancellationToken).ConfigureAwait(false))
        {
            return await RefuseAsync(CloseCode.Forbidden, "Forbidden").ConfigureAwait(false);
        }

        isAcknowledged = true;
        await SendAsync(SocketMessage.ConnectionAck, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> SubscribeAsync(SocketMessage message, CancellationToken cancellationToken)
    {
        if (!isAcknowledged)
        {
            return await RefuseAsync(CloseCode.Unauthorized, "Unauthorized").ConfigureAwait(false);
        }

        var parameters = GraphQLParameters.FromJson(message.Payload, out _);
        if (string.IsNullOrEmpty(message.Id) || parameters?.Query is null)
        {
            return await RefuseAsync(CloseCode.BadRequest, "Invalid message received").ConfigureAwait(false);
        }

        if (operations.Count >= options.MaxOperationsPerSocket)
        {
            return await RefuseAsync(CloseCode.TooManyRequests, "Too many operations").ConfigureAwait(false);
        }

        var operation = new SocketOperation(cancellationToken);
        if (!operations.TryAdd(message.Id, operation))
        {
            operation.Cancel();
            return await RefuseAsync(CloseCode.SubscriberAlreadyExists, $"Subscriber for {Shorten(message.Id)} already exists").ConfigureAwait(false);
        }

        operation.Completion = ExecuteAsync(message.Id, parameters, operation);
        return true;
    }

    private async Task ExecuteAsync(string id, GraphQLParameters parameters, SocketOperation operation)
    {
        // The receiving loop goes on while a resolver that never waits works.
        await Task.Yield();
        var scope = context.RequestServices.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            try
            {
                var contextData = new Dictionary<string, object?>(StringComparer.Ordinal);
                await interceptor.OnRequestAsync(context, contextData, operation.Token).ConfigureAwait(false);
                var result = await executor.ExecuteAsync(
                    new OperationRequest
                    {
                        Document = parameters.Query,
                        OperationName = parameters.OperationName,
                        Variables = parameters.Variables,
                        Extensions = parameters.Extensions,
                        Services = scope.ServiceProvider,
                        User = context.User,
                        ContextData = contextData,
                    },
                    operation.Token).ConfigureAwait(false);
                await using (result.ConfigureAwait(false))
                {
                    await SendResultAsync(id, result, operation).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
            {
                // Completed by the client, or the socket is closed.
            }
            finally
            {
                operations.TryRemove(new KeyValuePair<string, SocketOperation>(id, operation));
                operation.Dispose();
            }
        }
    }

    private async Task SendResultAsync(string id, ExecutionResult result, SocketOperation operation)
    {
        if (result is OperationResult response && response.Kind != ResultKind.Executed)
        {
            // The request never ran: the protocol's "error" ends the operation and carries the list of errors alone.
            operations.TryRemove(new KeyValuePair<string, SocketOperation>(id, operation));
            using var body = JsonDocument.Parse(response.Body);
            await SendAsync(SocketMessage.Error(id, body.RootElement.GetProperty("errors")), operation.Token).ConfigureAwait(false);
            return;
        }

        if (result is ResponseStream stream)
        {
            await foreach (var item in stream.ReadResultsAsync(operation.Token).ConfigureAwait(false))
            {
                await using (item.ConfigureAwait(false))
                {
                    await SendAsync(SocketMessage.Next(id, item.Body), operation.Token).ConfigureAwait(false);
                }
            }
        }
        else
        {
            await SendAsync(SocketMessage.Next(id, ((OperationResult)result).Body), operation.Token).ConfigureAwait(false);
        }

        // Free before the client is told, so that it may use the id again at once.
        if (operations.TryRemove(new KeyValuePair<string, SocketOperation>(id, operation)))
        {
            await SendAsync(SocketMessage.Complete(id), operation.Token).ConfigureAwait(false);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(options.ConnectionInitTimeout, time, cancellationToken).ConfigureAwait(false);
            if (!isInitialized)
            {
                await CloseAsync(CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout").ConfigureAwait(false);
                return;
            }

            using var timer = new PeriodicTimer(options.KeepAliveInterval, time);
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                if (isAcknowledged && !await interceptor.IsStillValidAsync(context, cancellationToken).ConfigureAwait(false))
                {
                    await CloseAsync(CloseCode.Unauthorized, "Unauthorized").ConfigureAwait(false);
                    return;
                }

                await SendAsync(SocketMessage.Ping, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The socket is closed.
        }
    }

    private async Task<bool> RefuseAsync(CloseCode code, string reason)
    {
        await CloseAsync(code, reason).ConfigureAwait(false);
        return false;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (socket.State == WebSocketState.Open)
            {
                // A message that was begun is sent whole: cancelling half of it would break the socket for the others.
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    // A close frame's reason has room for 123 bytes.
    private static string Shorten(string id) => Encoding.UTF8.GetByteCount(id) <= 60 ? id : "this id";
}
