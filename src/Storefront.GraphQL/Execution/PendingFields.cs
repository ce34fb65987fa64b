namespace Storefront.GraphQL.Execution;

/// <summary>
/// The fields that wait. Most wait for a data loader and have finished when its batch has, so they are looked at then; only the others are
/// told of one by one. One thread at a time asks, any may finish.
/// </summary>
internal sealed class PendingFields
{
    private readonly Lock gate = new();
    private readonly Action<PendingField> finish;
    private readonly List<PendingField> waiting = [];
    private PendingField? first;
    private PendingField? last;
    private TaskCompletionSource? wake;
    private bool isAwake;

    public PendingFields() => finish = Finish;

    /// <summary>How many have not been taken.</summary>
    public int Count { get; private set; }

    public void Add(PendingField field)
    {
        Count++;
        waiting.Add(field);
    }

    /// <summary>Takes one that has finished, in the order of finishing.</summary>
    public PendingField? Take()
    {
        lock (gate)
        {
            var field = first;
            if (field is not null)
            {
                Count--;
                first = field.Next;
                last = first is null ? null : last;
            }

            return field;
        }
    }

    /// <summary>Finds those that have finished meanwhile.</summary>
    /// <param name="listen">Whether to be told of the others from now on.</param>
    /// <returns>Whether any has.</returns>
    public bool Look(bool listen)
    {
        var found = false;
        var kept = 0;
        for (var index = 0; index < waiting.Count; index++)
        {
            var field = waiting[index];
            if (field.IsFinished)
            {
                found = true;
                Enqueue(field);
            }
            else if (listen)
            {
                field.OnFinished(finish);
            }
            else
            {
                waiting[kept++] = field;
            }
        }

        waiting.RemoveRange(kept, waiting.Count - kept);
        return found;
    }

    /// <summary>Waits until a field that is listened to has finished, or <see cref="Wake"/> is called; returns at once where that was before.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (isAwake || first is not null)
            {
                isAwake = false;
                return Task.CompletedTask;
            }

            wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return wake.Task.WaitAsync(cancellationToken);
        }
    }

    public void Wake()
    {
        TaskCompletionSource? waiter;
        lock (gate)
        {
            waiter = wake;
            wake = null;
            isAwake = waiter is null;
        }

        waiter?.TrySetResult();
    }

    private void Finish(PendingField field)
    {
        Enqueue(field);
        Wake();
    }

    private void Enqueue(PendingField field)
    {
        lock (gate)
        {
            if (last is null)
            {
                first = field;
            }
            else
            {
                last.Next = field;
            }

            last = field;
        }
    }
}
