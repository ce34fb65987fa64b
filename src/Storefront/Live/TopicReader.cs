namespace Storefront.Live;

/// <summary>One reader's hold of a topic.</summary>
/// <param name="topics">Where it is left.</param>
/// <param name="topic">What is followed.</param>
/// <param name="changes">Moves on when there is more, and fails when the reader is cancelled.</param>
internal sealed class TopicReader(LiveTopics topics, LiveTopic topic, IAsyncEnumerator<long> changes) : IAsyncDisposable
{
    private bool left;

    /// <inheritdoc cref="LiveTopic.TryReadAfter"/>
    public IReadOnlyList<StoredEvent>? TryReadAfter(long sequence) => topic.TryReadAfter(sequence);

    /// <summary>Waits for what was not there at the last call, or comes after; sometimes for nothing.</summary>
    public ValueTask<bool> WaitAsync() => changes.MoveNextAsync();

    public ValueTask DisposeAsync()
    {
        if (!left)
        {
            left = true;
            topics.Leave(topic);
        }

        return changes.DisposeAsync();
    }
}
