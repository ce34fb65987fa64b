using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace Storefront.GraphQL.Subscriptions;

/// <summary>Topics inside one process. Each reader has a bounded buffer; a full one never holds up the publisher or another reader.</summary>
public sealed class InMemoryTopics(SubscriptionOptions options) : ITopicEventSender, ITopicEventReceiver
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Reader>> topics = new(StringComparer.Ordinal);

    /// <summary>Topics that have readers.</summary>
    public int TopicCount => topics.Count;

    /// <inheritdoc/>
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (topics.TryGetValue(topicName, out var readers))
        {
            foreach (var reader in readers)
            {
                (reader as Reader<TMessage> ?? throw WrongType(topicName, reader, typeof(TMessage))).Write(message);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string topicName)
    {
        if (topics.TryRemove(topicName, out var readers))
        {
            foreach (var reader in readers)
            {
                reader.Complete();
            }
        }

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
        var reader = new Reader<TMessage>(this, topicName, bufferCapacity ?? options.TopicBufferCapacity, bufferFullMode ?? options.TopicBufferFullMode);
        topics.AddOrUpdate(
            topicName,
            static (_, added) => [added],
            static (name, readers, added) => readers is [{ } other, ..] && other.MessageType != added.MessageType
                ? throw WrongType(name, other, added.MessageType)
                : readers.Add(added),
            (Reader)reader);
        return new(reader);
    }

    private static InvalidOperationException WrongType(string topicName, Reader reader, Type messageType) =>
        new($"The topic {topicName} has messages of type {reader.MessageType}, not {messageType}.");

    private void Remove(string topicName, Reader reader)
    {
        while (topics.TryGetValue(topicName, out var readers))
        {
            var left = readers.Remove(reader);
            var removed = left.IsEmpty
                ? topics.TryRemove(KeyValuePair.Create(topicName, readers))
                : topics.TryUpdate(topicName, left, readers);
            if (removed)
            {
                return;
            }
        }
    }

    private abstract class Reader
    {
        public abstract Type MessageType { get; }

        public abstract void Complete();
    }

    private sealed class Reader<TMessage> : Reader, ISourceStream<TMessage>
    {
        private readonly InMemoryTopics owner;
        private readonly string topicName;
        private readonly int capacity;
        private readonly Channel<TMessage> channel;

        public Reader(InMemoryTopics owner, string topicName, int capacity, TopicBufferFullMode mode)
        {
            this.owner = owner;
            this.topicName = topicName;
            this.capacity = capacity;
            channel = Channel.CreateBounded<TMessage>(new BoundedChannelOptions(capacity)
            {
                SingleReader = true,
                FullMode = mode switch
                {
                    TopicBufferFullMode.Fail => BoundedChannelFullMode.Wait,
                    TopicBufferFullMode.DropOldest => BoundedChannelFullMode.DropOldest,
                    TopicBufferFullMode.DropNewest => BoundedChannelFullMode.DropNewest,
                    TopicBufferFullMode.DropWrite => BoundedChannelFullMode.DropWrite,
                },
            });
        }

        public override Type MessageType => typeof(TMessage);

        // A full channel in the mode "wait" refuses, and the publisher does not wait.
        public void Write(TMessage message)
        {
            if (!channel.Writer.TryWrite(message) && channel.Writer.TryComplete(new SlowReaderException(topicName, capacity)))
            {
                owner.Remove(topicName, this);
            }
        }

        public override void Complete() => channel.Writer.TryComplete();

        public IAsyncEnumerable<TMessage> ReadEventsAsync() => channel.Reader.ReadAllAsync();

        public ValueTask DisposeAsync()
        {
            owner.Remove(topicName, this);
            channel.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }
    }
}
