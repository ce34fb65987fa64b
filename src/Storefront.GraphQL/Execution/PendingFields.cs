namespace Storefront.GraphQL.Execution;

/// <summary>
/// The fields that wait. Most wait for a data loader and have finished when its batch has, so they are looked at then; only the others are
/// told of one by one. One thread at a time asks, any may finish.
/// </summary>
internal sealed class PendingFields
{
    private readonly Lock gate = new();
    private readonly Action<PendingField> finish;

    // Those that are not listened to, and those that have finished: a field is in one of the two, or in none.
    private Chain waiting;
    private Chain finished;
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
            var field = finished.Take();
            Count -= field is null ? 0 : 1;
            return field;
        }
    }

    /// <summary>Finds those that have finished meanwhile.</summary>
    /// <param name="listen">Whether to be told of the others from now on.</param>
    /// <returns>Whether any has.</returns>
    public bool Look(bool listen)
    {
        var found = false;
        var kept = default(Chain);
        while (waiting.Take() is { } field)
        {
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
                kept.Add(field);
            }
        }

        waiting = kept;
        return found;
    }

    /// <summary>Waits until a field that is listened to has finished, or <see cref="Wake"/> is called; returns at once where that was before.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (isAwake || !finished.IsEmpty)
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
            finished.Add(field);
        }
    }

    // First in, first out.
    private struct Chain
    {
        private PendingField? first;
        private PendingField? last;

        public readonly bool IsEmpty => first is null;

        public void Add(PendingField field)
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

        public PendingField? Take()
        {
            var field = first;
            if (field is not null)
            {
                first = field.Next;
                last = first is null ? null : last;
                field.Next = null;
            }

            return field;
        }
    }
}
