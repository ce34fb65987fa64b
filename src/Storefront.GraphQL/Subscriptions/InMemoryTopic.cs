namespace Storefront.GraphQL.Subscriptions;

/// <summary>A topic that has readers.</summary>
internal abstract class InMemoryTopic(string name)
{
    public string Name => name;

    public abstract Type MessageType { get; }

    /// <summary>Ends all readers' streams.</summary>
    public abstract void Complete();
}

/// <summary>A topic's readers. Joining and leaving cost the same however many there are.</summary>
internal sealed class InMemoryTopic<TMessage>(string name) : InMemoryTopic(name)
{
    private readonly Lock gate = new();
    private readonly List<TopicReader<TMessage>> readers = [];

    public override Type MessageType => typeof(TMessage);

    public void Add(TopicReader<TMessage> reader)
    {
        lock (gate)
        {
            reader.Place = readers.Count;
            readers.Add(reader);
        }
    }

    /// <returns>Whether there is no reader left.</returns>
    public bool Remove(TopicReader<TMessage> reader)
    {
        lock (gate)
        {
            if (reader.Place >= 0)
            {
                // The last one takes the place that is free.
                var last = readers[^1];
                (readers[reader.Place], last.Place) = (last, reader.Place);
                readers.RemoveAt(readers.Count - 1);
                reader.Place = -1;
            }

            return readers.Count == 0;
        }
    }

    /// <summary>Gives a message to every reader: whoever publishes at the same time, all see the same order.</summary>
    /// <returns>The readers that were too slow; their streams have failed.</returns>
    public IReadOnlyList<TopicReader<TMessage>> Publish(TMessage message)
    {
        List<TopicReader<TMessage>>? failed = null;
        lock (gate)
        {
            foreach (var reader in readers)
            {
                if (!reader.TryWrite(message))
                {
                    (failed ??= []).Add(reader);
                }
            }
        }

        return failed ?? [];
    }

    public override void Complete()
    {
        lock (gate)
        {
            foreach (var reader in readers)
            {
                reader.Complete(null);
            }
        }
    }
}
