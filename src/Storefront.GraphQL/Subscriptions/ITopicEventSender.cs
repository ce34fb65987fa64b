namespace Storefront.GraphQL.Subscriptions;

/// <summary>Publishes messages to those who subscribe to a topic.</summary>
public interface ITopicEventSender
{
    /// <summary>Publishes a message; it never waits for a reader.</summary>
    ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Ends the topic: its readers' streams complete.</summary>
    ValueTask CompleteAsync(string topicName);
}
