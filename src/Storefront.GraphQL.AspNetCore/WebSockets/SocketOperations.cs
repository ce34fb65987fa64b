using System.Diagnostics.CodeAnalysis;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// The operations of a socket. An id is free as soon as the client or the server has completed its operation, but the operation counts
/// until it has let go of everything it used.
/// </summary>
internal sealed class SocketOperations
{
    private readonly Lock gate = new();

    // Most sockets have one, and thousands of sockets are open: a list of few is looked through.
    private readonly List<SocketOperation> open = new(1);
    private int running;
    private TaskCompletionSource? allEnded;

    public int Running
    {
        get
        {
            lock (gate)
            {
                return running;
            }
        }
    }

    /// <returns>False when the id is in use.</returns>
    public bool TryStart(SocketOperation operation)
    {
        lock (gate)
        {
            if (open.Exists(other => other.Id == operation.Id))
            {
                return false;
            }

            open.Add(operation);
            running++;
            return true;
        }
    }

    /// <summary>Takes the operation of an id, when there is one: the id is free.</summary>
    public bool TryComplete(string id, [NotNullWhen(true)] out SocketOperation? operation)
    {
        lock (gate)
        {
            operation = open.Find(other => other.Id == id);
            return operation is not null && open.Remove(operation);
        }
    }

    /// <summary>Frees an operation's id.</summary>
    /// <returns>False when that was done before.</returns>
    public bool TryComplete(SocketOperation operation)
    {
        lock (gate)
        {
            return open.Remove(operation);
        }
    }

    /// <summary>Forgets an operation that has let go of everything.</summary>
    public void End(SocketOperation operation)
    {
        TryComplete(operation);
        lock (gate)
        {
            running--;
            if (running == 0)
            {
                allEnded?.TrySetResult();
            }
        }
    }

    /// <summary>Completes when no operation runs any more; none must be started after.</summary>
    public Task WhenAllEndedAsync()
    {
        lock (gate)
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
