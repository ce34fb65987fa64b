using System.Collections.Concurrent;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Live;

/// <summary>The streams that somebody in this process follows. Each keeps its latest events, so that many readers make one reading of the log.</summary>
public sealed class LiveTopics
{
    private readonly Lock gate = new();
    private readonly Dictionary<TopicKey, LiveTopic> topics = [];
    private readonly ConcurrentDictionary<Action<AccountId>, byte> observers = new();

    /// <summary>Follows a stream, until what is returned is disposed of.</summary>
    internal TopicReader Join(TopicKey key)
    {
        lock (gate)
        {
            if (!topics.TryGetValue(key, out var topic))
            {
                topics[key] = topic = new LiveTopic(key);
            }

            topic.Readers++;
            return new TopicReader(topic, () => Leave(topic));
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

    private void Leave(LiveTopic topic)
    {
        lock (gate)
        {
            if (--topic.Readers == 0)
            {
                topics.Remove(topic.Key);
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
