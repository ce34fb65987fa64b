using System.Collections.Concurrent;

namespace Storefront.GraphQL.Execution;

/// <content>Fields that wait: they are completed one by one, and data loaders are dispatched when nothing else can go on.</content>
internal sealed partial class OperationExecution
{
    /// <summary>Takes over a field whose resolver waits.</summary>
    public void Await(PendingField field, ValueTask<object?> task)
    {
        finishedFields ??= new ConcurrentQueue<PendingField>();
        signal ??= new SemaphoreSlim(0);
        pendingFields++;
        field.Task = task;
        var awaiter = field.Task.GetAwaiter();
        awaiter.UnsafeOnCompleted(() =>
        {
            finishedFields.Enqueue(field);
            Wake();
        });
    }

    private async ValueTask DrainAsync()
    {
        while (pendingFields > 0)
        {
            RequestAborted.ThrowIfCancellationRequested();
            if (finishedFields!.TryDequeue(out var field))
            {
                pendingFields--;
                writer.Resume(field);
            }
            else if (dataLoaders is { HasPending: true })
            {
                await DispatchAsync().ConfigureAwait(false);
            }
            else
            {
                await signal!.WaitAsync(RequestAborted).ConfigureAwait(false);
            }
        }
    }

    // A loader that does not look at its token must not hold up the time limit.
    private ValueTask DispatchAsync()
    {
        var dispatch = DataLoaders.DispatchAsync(RequestAborted);
        return dispatch.IsCompletedSuccessfully ? default : new ValueTask(dispatch.AsTask().WaitAsync(RequestAborted));
    }

    // One after the other: loaders may share what is not thread-safe.
    private async Task DispatchAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await DataLoaders.DispatchAsync(RequestAborted).ConfigureAwait(false);
    }
}
