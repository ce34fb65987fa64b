using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <content>The operations of the socket: how each begins, what it sends, how it ends.</content>
internal sealed partial class GraphQLSocketSession
{
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

        if (connection.Operations.Running >= sockets.Options.MaxOperationsPerSocket)
        {
            await connection.CloseAsync(CloseCode.TooManyRequests, "Too many operations").ConfigureAwait(false);
            return;
        }

        var operation = new SocketOperation(message.Id, sockets.Scopes.CreateAsyncScope());
        if (!connection.Operations.TryStart(operation))
        {
            await operation.DisposeAsync().ConfigureAwait(false);
            await connection.CloseAsync(CloseCode.SubscriberAlreadyExists, $"Subscriber for {Shorten(message.Id)} already exists").ConfigureAwait(false);
            return;
        }

        _ = ExecuteAsync(operation, parameters);
    }

    private async Task CompleteAsync(string id)
    {
        if (!connection.Operations.TryComplete(id, out var operation))
        {
            return;
        }

        try
        {
            await operation.Cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException thrown)
        {
            // What a resolver does when it is cancelled; the others on the socket have nothing to do with it.
            runner.Report(thrown);
        }
    }

    // Never fails.
    private async Task ExecuteAsync(SocketOperation operation, GraphQLParameters parameters)
    {
        // The receiving loop goes on while a resolver that never waits works.
        await Task.Yield();
        try
        {
            operation.Result = await runner.RunAsync(context, operation.Services, parameters, AllowedOperations.All, operation.Token, operation.Cancellation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await FailAsync(operation, exception).ConfigureAwait(false);
        }
        finally
        {
            // Not waited for: a stream that is silent holds one frame, and nothing of what opened it.
            _ = AnswerAsync(operation);
        }
    }

    // Never fails; RunAsync waits for its end.
    private async Task AnswerAsync(SocketOperation operation)
    {
        try
        {
            await using (operation.ConfigureAwait(false))
            {
                if (operation.Result is ResponseStream stream)
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
                else if (operation.Result is OperationResult result)
                {
                    await SendResultAsync(operation, result).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception)
        {
            await FailAsync(operation, exception).ConfigureAwait(false);
        }
        finally
        {
            connection.Operations.End(operation);
        }
    }

    private async ValueTask SendResultAsync(SocketOperation operation, OperationResult result)
    {
        if (result.Kind is ResultKind.Executed or ResultKind.CostReported)
        {
            await SendNextAsync(operation, result.Body).ConfigureAwait(false);
            await CompleteAsync(operation).ConfigureAwait(false);
        }
        else if (connection.Operations.TryComplete(operation))
        {
            // The request never ran: the protocol's "error" ends the operation and carries the list of errors alone.
            await connection.SendAsync(SocketMessage.Error(operation.EncodedId, result.Errors), connection.Closing).ConfigureAwait(false);
        }
    }

    private async ValueTask CompleteAsync(SocketOperation operation)
    {
        // Free before the client is told, so that it may use the id again at once.
        if (connection.Operations.TryComplete(operation))
        {
            await connection.SendAsync(SocketMessage.Complete(operation.EncodedId), connection.Closing).ConfigureAwait(false);
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
            if (IsOver(operation, exception))
            {
                return;
            }

            var failure = runner.Report(exception);
            if (connection.Operations.TryComplete(operation))
            {
                await connection.SendAsync(SocketMessage.Error(operation.EncodedId, [failure]), connection.Closing).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (IsOver(operation, gone))
        {
            // Nobody is there to be told.
        }
        catch (Exception another)
        {
            await FailAsync(another).ConfigureAwait(false);
        }
    }

    // Completed by the client, or the socket is closed.
    private bool IsOver(SocketOperation operation, Exception exception) => exception is WebSocketException
        || (exception is OperationCanceledException && (operation.Token.IsCancellationRequested || connection.Closing.IsCancellationRequested));

    // A close frame's reason has room for 123 bytes.
    private static string Shorten(string id) => Encoding.UTF8.GetByteCount(id) <= 60 ? id : "this id";
}
