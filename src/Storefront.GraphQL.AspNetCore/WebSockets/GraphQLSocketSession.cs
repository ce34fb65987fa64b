using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>One socket's state in the <c>graphql-transport-ws</c> protocol: whether it is acknowledged, and its operations.</summary>
internal sealed class GraphQLSocketSession(
    HttpContext context,
    SocketConnection connection,
    OperationRunner runner,
    GraphQLServerOptions options,
    GraphQLRequestInterceptor interceptor,
    TimeProvider time) : IDisposable
{
    private readonly SocketOperations operations = new();
    private readonly CancellationTokenSource ended = new();
    private readonly TaskCompletionSource initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isAcknowledged;
    private ExceptionDispatchInfo? failure;

    /// <summary>Serves the socket until it has closed and every operation has ended. What the host's own code threw is thrown again, for its log.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var watch = WatchAsync(stopping);
        try
        {
            await connection.ReceiveAsync(HandleAsync).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await watch.ConfigureAwait(false);
            await operations.WhenAllEndedAsync().ConfigureAwait(false);
        }

        failure?.Throw();
    }

    public void Dispose() => ended.Dispose();

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
        if (!initialized.TrySetResult())
        {
            await connection.CloseAsync(CloseCode.TooManyRequests, "Too many initialisation requests").ConfigureAwait(false);
        }
        else if (!await interceptor.OnConnectAsync(context, message.CopyPayload(), closing).ConfigureAwait(false))
        {
            await connection.CloseAsync(CloseCode.Forbidden, "Forbidden").ConfigureAwait(false);
        }
        else
        {
            isAcknowledged = true;
            await connection.SendAsync(SocketMessage.ConnectionAck, closing).ConfigureAwait(false);
        }
    }

    private async Task SubscribeAsync(SocketMessage message)
    {
        if (!isAcknowledged)
        {
            await connection.CloseAsync(CloseCode.Unauthorized, "Unauthorized").ConfigureAwait(false);
            return;
        }

        var parameters = GraphQLParameters.FromJson(new ReadOnlySequence<byte>(message.Payload), out _);
        if (string.IsNullOrEmpty(message.Id) || parameters?.Query is null)
        {
            await RefuseMessageAsync().ConfigureAwait(false);
            return;
        }

        if (operations.Running >= options.MaxOperationsPerSocket)
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

    // Never fails; RunAsync waits for its end.
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
                    await SendResultAsync(operation, result).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException || (exception is OperationCanceledException && operation.Token.IsCancellationRequested))
        {
            // Completed by the client, or the socket is closed.
        }
        catch (Exception exception)
        {
            await FailAsync(exception).ConfigureAwait(false);
        }
        finally
        {
            operation.Dispose();
            operations.End(operation);
        }
    }

    private async Task SendResultAsync(SocketOperation operation, ExecutionResult result)
    {
        if (result is OperationResult { Kind: not ResultKind.Executed } refused)
        {
            // The request never ran: the protocol's "error" ends the operation and carries the list of errors alone.
            if (operations.TryComplete(operation))
            {
                await connection.SendAsync(SocketMessage.Error(operation.EncodedId, refused.Errors), operation.Token).ConfigureAwait(false);
            }

            return;
        }

        if (result is ResponseStream stream)
        {
            await foreach (var item in stream.ReadResultsAsync(operation.Token).ConfigureAwait(false))
            {
                await using (item.ConfigureAwait(false))
                {
                    await SendNextAsync(operation, item.Body).ConfigureAwait(false);
                }
            }
        }
        else
        {
            await SendNextAsync(operation, ((OperationResult)result).Body).ConfigureAwait(false);
        }

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

    private async Task WatchAsync(CancellationToken stopping)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, connection.Closing, stopping);
        try
        {
            if (!await IsInitializedInTimeAsync(watching.Token).ConfigureAwait(false))
            {
                await connection.CloseAsync(CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout").ConfigureAwait(false);
                return;
            }

            using var timer = new PeriodicTimer(options.KeepAliveInterval, time);
            while (await timer.WaitForNextTickAsync(watching.Token).ConfigureAwait(false))
            {
                if (!await interceptor.IsStillValidAsync(context, watching.Token).ConfigureAwait(false))
                {
                    await connection.CloseAsync(CloseCode.Unauthorized, "Unauthorized").ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (watching.IsCancellationRequested)
        {
            if (stopping.IsCancellationRequested && !connection.Closing.IsCancellationRequested)
            {
                await connection.CloseAsync(CloseCode.GoingAway, "Going away").ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            await FailAsync(exception).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsInitializedInTimeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await initialized.Task.WaitAsync(options.ConnectionInitTimeout, time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
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
