namespace Storefront.GraphQL.Subscriptions;

/// <summary>Topics inside one process. Each reader has a bounded buffer; a full one never holds up the publisher or another reader.</summary>
public sealed class InMemoryTopics(SubscriptionOptions options) : ITopicEventSender, ITopicEventReceiver
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, InMemoryTopic> topics = new(StringComparer.Ordinal);

    /// <summary>Lets the readers of all topics go on.</summary>
    internal Delivery Delivery { get; } = new();

    /// <summary>Topics that have readers.</summary>
    public int TopicCount
    {
        get
        {
            lock (gate)
            {
                return topics.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        InMemoryTopic? topic;
        lock (gate)
        {
            topics.TryGetValue(topicName, out topic);
        }

        if (topic is not null)
        {
            foreach (var reader in TopicOf<TMessage>(topic, topicName).Publish(message))
            {
                Remove(reader);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string topicName)
    {
        InMemoryTopic? topic;
        lock (gate)
        {
            topics.Remove(topicName, out topic);
        }

        topic?.Complete();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default) =>
        SubscribeAsync<TMessage>(topicName, null, null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName,
        int? bufferCapacity,
        TopicBufferFullMode? bufferFullMode,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (!topics.TryGetValue(topicName, out var topic))
            {
                topics[topicName] = topic = new InMemoryTopic<TMessage>(topicName);
            }

            var reader = new TopicReader<TMessage>(
                this, TopicOf<TMessage>(topic, topicName), bufferCapacity ?? options.TopicBufferCapacity, bufferFullMode ?? options.TopicBufferFullMode);
            reader.Topic.Add(reader);
            return new(reader);
        }
    }

    /// <summary>Ends a reader's subscription; once or more.</summary>
    internal void Remove<TMessage>(TopicReader<TMessage> reader)
    {
        lock (gate)
        {
            if (reader.Topic.Remove(reader) && topics.TryGetValue(reader.Topic.Name, out var topic) && topic == reader.Topic)
            {
                topics.Remove(reader.Topic.Name);
            }
        }
    }

    private static InMemoryTopic<TMessage> TopicOf<TMessage>(InMemoryTopic topic, string topicName) =>
        topic as InMemoryTopic<TMessage>
            ?? throw new InvalidOperationException($"The topic {topicName} has messages of type {topic.MessageType}, not {typeof(TMessage)}.");
}
