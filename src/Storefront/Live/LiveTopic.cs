namespace Storefront.Live;

/// <summary>A stream that is followed: its latest events, and a signal that there are more.</summary>
internal sealed class LiveTopic(TopicKey key)
{
    private const int Kept = 256;

    private readonly Lock gate = new();
    private readonly Queue<StoredEvent> latest = new(Kept);
    private TaskCompletionSource changed = NewSignal();

    public TopicKey Key { get; } = key;

    /// <summary>Guarded by <see cref="LiveTopics"/>.</summary>
    public int Readers { get; set; }

    /// <summary>Completes at the next change.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
            {
                return changed.Task;
            }
        }
    }

    /// <summary>The last event kept; null when none is.</summary>
    public long? LastSequence
    {
        get
        {
            lock (gate)
            {
                return latest.Count == 0 ? null : latest.Last().Sequence;
            }
        }
    }

    /// <summary>Adds what follows without a gap; what is known already is left out, and after a gap the old ones are forgotten.</summary>
    public void Add(IEnumerable<StoredEvent> events)
    {
        lock (gate)
        {
            var last = latest.Count == 0 ? (long?)null : latest.Last().Sequence;
            foreach (var happened in events.Where(happened => last is null || happened.Sequence > last))
            {
                if (last is not null && happened.Sequence != last + 1)
                {
                    latest.Clear();
                }

                latest.Enqueue(happened);
                last = happened.Sequence;
                if (latest.Count > Kept)
                {
                    latest.Dequeue();
                }
            }
        }
    }

    /// <summary>Wakes the readers.</summary>
    public void Signal()
    {
        TaskCompletionSource signalled;
        lock (gate)
        {
            (signalled, changed) = (changed, NewSignal());
        }

        signalled.SetResult();
    }

    /// <summary>All kept events after a sequence; null when the next one is not kept, so that only the log can tell.</summary>
    public IReadOnlyList<StoredEvent>? TryReadAfter(long sequence)
    {
        lock (gate)
        {
            return latest.TryPeek(out var first) && first.Sequence <= sequence + 1 && latest.Last().Sequence > sequence
                ? [.. latest.Where(happened => happened.Sequence > sequence)]
                : null;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
