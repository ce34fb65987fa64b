using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Streams;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>One socket's state in the <c>graphql-transport-ws</c> protocol: whether it is acknowledged, and its operations.</summary>
internal sealed class GraphQLSocketSession(
    HttpContext context,
    SocketConnection connection,
    OperationRunner runner,
    GraphQLSockets sockets,
    IDisposable? lease) : LiveStream
{
    private readonly SocketOperations operations = new();
    private bool isInitialized;
    private bool isAcknowledged;
    private ExceptionDispatchInfo? failure;

    /// <summary>Serves the socket until it has closed and every operation has ended. What the host's own code threw is thrown again, for its log.</summary>
    public async Task RunAsync()
    {
        sockets.Initialization.Add(this);
        try
        {
            await connection.ReceiveAsync(HandleAsync).ConfigureAwait(false);
        }
        finally
        {
            sockets.Initialization.Remove(this);
            sockets.Pulse.Remove(this);
            await EndAsync().ConfigureAwait(false);
            await operations.WhenAllEndedAsync().ConfigureAwait(false);
        }

        failure?.Throw();
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
                "complete" when message.Id is not null => CompleteAsync(message.Id),
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
        lease?.Dispose();
        if (!sockets.Connections.TryEnter(context, out _))
        {
            await connection.CloseAsync(CloseCode.TooManyRequests, "Too many connections").ConfigureAwait(false);
            return;
        }

        isAcknowledged = true;
        await connection.SendAsync(SocketMessage.ConnectionAck, closing).ConfigureAwait(false);
    }

    private async Task SubscribeAsync(SocketMessage message)
    {
        if (!isAcknowledged)
        {
            await connection.CloseAsync(CloseCode.Unauthorized, "Unauthorized").ConfigureAwait(false);
            return;
        }

        var parameters = GraphQLParameters.FromJson(new ReadOnlySequence<byte>(message.Payload), out _);
        if (string.IsNullOrEmpty(message.Id) || parameters is not { HasDocument: true })
        {
            await RefuseMessageAsync().ConfigureAwait(false);
            return;
        }

        if (operations.Running >= sockets.Options.MaxOperationsPerSocket)
        {
            await connection.CloseAsync(CloseCode.TooManyRequests, "Too many operations").ConfigureAwait(false);
            return;
        }

        var operation = new SocketOperation(message.Id, connection.Closing);
        if (!operations.TryStart(operation))
        {
            operation.Dispose();
            await connection.CloseAsync(CloseCode.SubscriberAlreadyExists, $"Subscriber for {Shorten(message.Id)} already exists").ConfigureAwait(false);
            return;
        }

        _ = ExecuteAsync(operation, parameters);
    }

    private Task CompleteAsync(string id) => operations.TryComplete(id, out var operation) ? operation.CancelAsync() : Task.CompletedTask;

    // Never fails; RunAsync waits for its end. One frame for the whole life of a subscription.
    private async Task ExecuteAsync(SocketOperation operation, GraphQLParameters parameters)
    {
        // The receiving loop goes on while a resolver that never waits works.
        await Task.Yield();
        try
        {
            var scope = context.RequestServices.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var result = await runner.RunAsync(context, scope.ServiceProvider, parameters, AllowedOperations.All, operation.Token).ConfigureAwait(false);
                await using (result.ConfigureAwait(false))
                {
                    if (result is ResponseStream stream)
                    {
                        await foreach (var item in stream.ReadResultsAsync().ConfigureAwait(false))
                        {
                            await using (item.ConfigureAwait(false))
                            {
                                await SendNextAsync(operation, item.Body).ConfigureAwait(false);
                            }
                        }

                        await CompleteAsync(operation).ConfigureAwait(false);
                    }
                    else
                    {
                        await SendResultAsync(operation, (OperationResult)result).ConfigureAwait(false);
                    }
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException || (exception is OperationCanceledException && operation.Token.IsCancellationRequested))
        {
            // Completed by the client, or the socket is closed.
        }
        catch (Exception exception)
        {
            await FailAsync(operation, exception).ConfigureAwait(false);
        }
        finally
        {
            operation.Dispose();
            operations.End(operation);
        }
    }

    private async ValueTask SendResultAsync(SocketOperation operation, OperationResult result)
    {
        if (result.Kind is ResultKind.Executed or ResultKind.CostReported)
        {
            await SendNextAsync(operation, result.Body).ConfigureAwait(false);
            await CompleteAsync(operation).ConfigureAwait(false);
        }
        else if (operations.TryComplete(operation))
        {
            // The request never ran: the protocol's "error" ends the operation and carries the list of errors alone.
            await connection.SendAsync(SocketMessage.Error(operation.EncodedId, result.Errors), operation.Token).ConfigureAwait(false);
        }
    }

    private async ValueTask CompleteAsync(SocketOperation operation)
    {
        // Free before the client is told, so that it may use the id again at once.
        if (operations.TryComplete(operation))
        {
            await connection.SendAsync(SocketMessage.Complete(operation.EncodedId), operation.Token).ConfigureAwait(false);
        }
    }

    private async ValueTask SendNextAsync(SocketOperation operation, ReadOnlyMemory<byte> body)
    {
        var head = operation.NextHead;
        var length = head.Length + body.Length + 1;
        var message = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            head.CopyTo(message);
            body.CopyTo(message.AsMemory(head.Length));
            message[length - 1] = (byte)'}';
            await connection.SendAsync(message.AsMemory(0, length), operation.Token).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    // The host's own code failed for this operation; the others on the socket have nothing to do with it.
    private async Task FailAsync(SocketOperation operation, Exception exception)
    {
        try
        {
            var failure = runner.Report(exception);
            if (operations.TryComplete(operation))
            {
                await connection.SendAsync(SocketMessage.Error(operation.EncodedId, [failure]), operation.Token).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is WebSocketException || (gone is OperationCanceledException && operation.Token.IsCancellationRequested))
        {
            // Nobody is there to be told.
        }
        catch (Exception another)
        {
            await FailAsync(another).ConfigureAwait(false);
        }
    }

    private Task RefuseMessageAsync() => connection.CloseAsync(CloseCode.BadRequest, "Invalid message received");

    private async Task FailAsync(Exception exception)
    {
        Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
        await connection.CloseAsync(CloseCode.InternalServerError, "Internal server error").ConfigureAwait(false);
    }

    // A close frame's reason has room for 123 bytes.
    private static string Shorten(string id) => Encoding.UTF8.GetByteCount(id) <= 60 ? id : "this id";
}
