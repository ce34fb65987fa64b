namespace Storefront.Live;

/// <summary>One reader's hold of a topic.</summary>
internal sealed class TopicReader(LiveTopic topic, Action leave) : IDisposable
{
    private bool left;

    public Task Changed => topic.Changed;

    public IReadOnlyList<StoredEvent>? TryReadAfter(long sequence) => topic.TryReadAfter(sequence);

    public void Dispose()
    {
        if (!left)
        {
            left = true;
            leave();
        }
    }
}
