using System.Diagnostics.CodeAnalysis;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// The operations of a socket. An id is free as soon as the client or the server has completed its operation, but the operation counts
/// until it has let go of everything it used.
/// </summary>
internal sealed class SocketOperations
{
    // Most sockets have one, and thousands of sockets are open: a list of few is looked through, and is the lock of all that is here.
    private readonly List<SocketOperation> open = new(1);
    private int running;
    private bool isOver;
    private TaskCompletionSource? allEnded;

    public int Running
    {
        get
        {
            lock (open)
            {
                return running;
            }
        }
    }

    /// <returns>False when the id is in use.</returns>
    public bool TryStart(SocketOperation operation)
    {
        lock (open)
        {
            if (open.Exists(other => other.Id == operation.Id))
            {
                return false;
            }

            open.Add(operation);
            running++;
            if (!isOver)
            {
                return true;
            }
        }

        // The socket has just closed; it runs only to find that.
        operation.Cancellation.Cancel();
        return true;
    }

    /// <summary>Takes the operation of an id, when there is one: the id is free.</summary>
    public bool TryComplete(string id, [NotNullWhen(true)] out SocketOperation? operation)
    {
        lock (open)
        {
            operation = open.Find(other => other.Id == id);
            return operation is not null && open.Remove(operation);
        }
    }

    /// <summary>Frees an operation's id.</summary>
    /// <returns>False when that was done before.</returns>
    public bool TryComplete(SocketOperation operation)
    {
        lock (open)
        {
            return open.Remove(operation);
        }
    }

    /// <summary>Forgets an operation that has let go of everything.</summary>
    public void End(SocketOperation operation)
    {
        TryComplete(operation);
        lock (open)
        {
            running--;
            if (running == 0)
            {
                allEnded?.TrySetResult();
            }
        }
    }

    /// <summary>Cancels all there are, and what is started after; once or more.</summary>
    public Task CancelAsync()
    {
        SocketOperation[] cancelled;
        lock (open)
        {
            isOver = true;
            cancelled = [.. open];
        }

        return cancelled.Length == 0 ? Task.CompletedTask : Task.WhenAll(cancelled.Select(operation => operation.Cancellation.CancelAsync()));
    }

    /// <summary>Completes when no operation runs any more; none must be started after.</summary>
    public Task WhenAllEndedAsync()
    {
        lock (open)
        {
            if (running == 0)
            {
                return Task.CompletedTask;
            }

            allEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return allEnded.Task;
        }
    }
}
