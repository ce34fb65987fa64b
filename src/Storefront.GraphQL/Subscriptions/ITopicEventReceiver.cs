namespace Storefront.GraphQL.Subscriptions;

/// <summary>Subscribes to topics (section 6.2.3.1).</summary>
public interface ITopicEventReceiver
{
    /// <summary>Subscribes with the usual buffer: no message published after the returned task has completed is missed.</summary>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default);

    /// <summary>Subscribes with a buffer of its own.</summary>
    /// <param name="topicName">The topic.</param>
    /// <param name="bufferCapacity">Messages kept for a slow reader, from 1; null for the usual number.</param>
    /// <param name="bufferFullMode">What happens when they are more; null for what is usual.</param>
    /// <param name="cancellationToken">Cancels subscribing.</param>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName,
        int? bufferCapacity,
        TopicBufferFullMode? bufferFullMode,
        CancellationToken cancellationToken = default);
}

/// <summary>A subscriber's messages. Disposing it ends the subscription.</summary>
public interface ISourceStream<out TMessage> : IAsyncDisposable
{
    /// <summary>Reads the messages once, in order, until the topic completes.</summary>
    IAsyncEnumerable<TMessage> ReadEventsAsync();
}

/// <summary>What happens when a reader's buffer is full. The publisher never waits.</summary>
public enum TopicBufferFullMode
{
    /// <summary>The reader's stream fails with a <see cref="SlowReaderException"/>, so that the client subscribes again and knows of the gap.</summary>
    Fail,

    /// <summary>The oldest message is dropped: for readers to whom only the newest matters.</summary>
    DropOldest,

    /// <summary>The newest message in the buffer is dropped.</summary>
    DropNewest,

    /// <summary>The message being published is dropped.</summary>
    DropWrite,
}

/// <summary>A subscriber read more slowly than messages came.</summary>
public sealed class SlowReaderException(string topicName, int capacity)
    : Exception($"More than {capacity} messages of the topic {topicName} were waiting for a slow reader.");

/// <summary>What readers get who do not say otherwise.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>Messages kept for a slow reader, from 1. 64 unless set.</summary>
    public int TopicBufferCapacity { get; set; } = 64;

    /// <summary>What happens when they are more.</summary>
    public TopicBufferFullMode TopicBufferFullMode { get; set; }
}
