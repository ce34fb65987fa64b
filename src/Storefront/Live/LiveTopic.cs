namespace Storefront.Live;

/// <summary>A stream that is followed: its latest events, and a signal that there are more.</summary>
internal sealed class LiveTopic(TopicKey key)
{
    private const int Kept = 256;

    private readonly Lock gate = new();

    // Replaced, never changed: thousands of readers look at it at the same time and none waits for another.
    private StoredEvent[] latest = [];
    private TaskCompletionSource changed = NewSignal();

    public TopicKey Key { get; } = key;

    /// <summary>Guarded by <see cref="LiveTopics"/>.</summary>
    public int Readers { get; set; }

    /// <summary>Completes at the next change.</summary>
    public Task Changed => Volatile.Read(ref changed).Task;

    /// <summary>The last event kept; null when none is.</summary>
    public long? LastSequence => Volatile.Read(ref latest) is [.., var last] ? last.Sequence : null;

    /// <summary>Adds what follows without a gap; what is known already is left out, and after a gap the old ones are forgotten.</summary>
    public void Add(IEnumerable<StoredEvent> events)
    {
        lock (gate)
        {
            var kept = new List<StoredEvent>(latest);
            foreach (var happened in events.Where(happened => kept.Count == 0 || happened.Sequence > kept[^1].Sequence))
            {
                if (kept.Count > 0 && happened.Sequence != kept[^1].Sequence + 1)
                {
                    kept.Clear();
                }

                kept.Add(happened);
            }

            Volatile.Write(ref latest, [.. kept.Skip(kept.Count - Kept)]);
        }
    }

    /// <summary>Wakes the readers.</summary>
    public void Signal() => Interlocked.Exchange(ref changed, NewSignal()).SetResult();

    /// <summary>All kept events after a sequence; null when the next one is not kept, so that only the log can tell.</summary>
    public IReadOnlyList<StoredEvent>? TryReadAfter(long sequence)
    {
        var kept = Volatile.Read(ref latest);
        return kept is [var first, ..] && kept[^1] is var last && first.Sequence <= sequence + 1 && last.Sequence > sequence
            ? (IReadOnlyList<StoredEvent>)new ArraySegment<StoredEvent>(kept)[(int)(sequence + 1 - first.Sequence)..]
            : null;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
