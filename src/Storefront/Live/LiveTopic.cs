namespace Storefront.Live;

/// <summary>A stream that is followed: its latest events, as far as the relay has read them.</summary>
internal sealed class LiveTopic(TopicKey key)
{
    private const int Kept = 256;

    private readonly Lock gate = new();

    // Replaced, never changed: thousands of readers look at it at the same time and none waits for another.
    private StoredEvent[] latest = [];

    public TopicKey Key { get; } = key;

    /// <summary>Under which its readers wait for more.</summary>
    public string Name { get; } = $"{key.AccountId.Value:N} {key.Stream}";

    /// <summary>Guarded by <see cref="LiveTopics"/>.</summary>
    public int Readers { get; set; }

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

    /// <summary>
    /// All kept events after a sequence, none where the reader has come as far as the relay: what it does not know of yet will wake the reader
    /// when it does. Null when the next event is not kept, so that only the log can tell.
    /// </summary>
    public IReadOnlyList<StoredEvent>? TryReadAfter(long sequence)
    {
        var kept = Volatile.Read(ref latest);
        if (kept.Length == 0 || kept[0].Sequence > sequence + 1)
        {
            return null;
        }

        var known = (int)Math.Min(sequence + 1 - kept[0].Sequence, kept.Length);
        return new ArraySegment<StoredEvent>(kept)[known..];
    }
}
