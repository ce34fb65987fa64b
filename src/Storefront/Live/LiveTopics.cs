using System.Collections.Concurrent;
using Storefront.Domain.Shared;
using Storefront.GraphQL.Subscriptions;
using Storefront.Store.EventLog;

namespace Storefront.Live;

/// <summary>The streams that somebody in this process follows. Each keeps its latest events, so that many readers make one reading of the log.</summary>
public sealed class LiveTopics
{
    private readonly Lock gate = new();
    private readonly Dictionary<TopicKey, LiveTopic> topics = [];
    private readonly ConcurrentDictionary<Action<AccountId>, byte> observers = new();

    // Says only that there is more, and once is enough: what there is, readers see in the topic or the log.
    private readonly InMemoryTopics signals = new(new SubscriptionOptions { TopicBufferCapacity = 1, TopicBufferFullMode = TopicBufferFullMode.DropOldest });

    /// <summary>Follows a stream, until what is returned is disposed of.</summary>
    internal async ValueTask<TopicReader> JoinAsync(TopicKey key, CancellationToken cancellationToken)
    {
        LiveTopic? topic;
        lock (gate)
        {
            if (!topics.TryGetValue(key, out topic))
            {
                topics[key] = topic = new LiveTopic(key);
            }

            topic.Readers++;
        }

        var changes = await signals.SubscribeAsync<long>(topic.Name, CancellationToken.None);
        return new TopicReader(this, topic, changes.ReadEventsAsync().GetAsyncEnumerator(cancellationToken));
    }

    /// <summary>Wakes a topic's readers.</summary>
    internal ValueTask SignalAsync(LiveTopic topic) => signals.SendAsync(topic.Name, topic.LastSequence ?? 0);

    /// <summary>Ends one reader's hold of a topic.</summary>
    internal void Leave(LiveTopic topic)
    {
        lock (gate)
        {
            if (--topic.Readers == 0)
            {
                topics.Remove(topic.Key);
            }
        }
    }

    /// <summary>Calls back whenever something happened to any account, perhaps more than once: for views of everything, such as the desk's queue.</summary>
    /// <returns>Ends it when disposed of.</returns>
    public IDisposable Observe(Action<AccountId> changed)
    {
        observers[changed] = 0;
        return new Subscription(() => observers.TryRemove(changed, out _));
    }

    internal IReadOnlyList<LiveTopic> Followed()
    {
        lock (gate)
        {
            return [.. topics.Values];
        }
    }

    internal IReadOnlyList<LiveTopic> Followed(AccountId account)
    {
        lock (gate)
        {
            return
            [
                .. Enum.GetValues<EventStream>()
                    .Select(stream => topics.GetValueOrDefault(new TopicKey(account, stream)))
                    .OfType<LiveTopic>(),
            ];
        }
    }

    internal void TellObservers(AccountId account)
    {
        foreach (var observer in observers.Keys)
        {
            observer(account);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
