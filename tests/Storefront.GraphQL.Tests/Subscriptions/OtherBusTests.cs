using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Subscriptions;
using Storefront.GraphQL.Tests.Types.Inference;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Subscriptions;

/// <summary>Another event bus than that of the process stands behind topics.</summary>
public class OtherBusTests
{
    private readonly SchemaFixture fixture = new(builder =>
    {
        builder.Services.AddSingleton<Bus>()
            .AddSingleton<ITopicEventSender>(services => services.GetRequiredService<Bus>())
            .AddSingleton<ITopicEventReceiver>(services => services.GetRequiredService<Bus>());
        builder.AddQueryType(typeof(Query)).AddSubscriptionType(typeof(Subscription)).AddInMemorySubscriptions();
    });

    [Fact]
    public async Task Its_messages_are_the_events_in_order_until_it_completes()
    {
        var bus = fixture.Service<Bus>();
        var responses = fixture.SubscribeAsync("subscription { sold(shelf: 3) }").GetAsyncEnumerator();
        var first = responses.MoveNextAsync();

        await bus.SendAsync("sold-4", 1);
        await bus.SendAsync("sold-3", 2);
        await bus.SendAsync("sold-3", 5);
        await bus.CompleteAsync("sold-3");

        Assert.True(await first);
        Assert.Equal("""{"data":{"sold":2}}""", responses.Current);
        Assert.True(await responses.MoveNextAsync());
        Assert.Equal("""{"data":{"sold":5}}""", responses.Current);
        Assert.False(await responses.MoveNextAsync());
        await responses.DisposeAsync();
        Assert.Equal(1, bus.Closed);
    }

    [Fact]
    public async Task Who_stops_reading_lets_go_of_its_stream()
    {
        var bus = fixture.Service<Bus>();
        await foreach (var response in ReadingAsync(bus))
        {
            Assert.Equal("""{"data":{"sold":7}}""", response);
            break;
        }

        Assert.Equal(1, bus.Closed);
    }

    private async IAsyncEnumerable<string> ReadingAsync(Bus bus)
    {
        var responses = fixture.SubscribeAsync("subscription { sold(shelf: 1) }").GetAsyncEnumerator();
        await using (responses)
        {
            var next = responses.MoveNextAsync();
            await bus.SendAsync("sold-1", 7);
            while (await next)
            {
                yield return responses.Current;
                next = responses.MoveNextAsync();
            }
        }
    }

    public static class Query
    {
        public static int Zero() => 0;
    }

    public static class Subscription
    {
        [Subscribe]
        [Topic("sold-{shelf}")]
        public static int Sold(int shelf, [EventMessage] int count) => count;
    }

    /// <summary>A bus as a host may bring one: a channel for each subscriber.</summary>
    public sealed class Bus : ITopicEventSender, ITopicEventReceiver
    {
        private readonly Dictionary<string, Channel<int>> channels = [];

        public int Closed { get; private set; }

        public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
        {
            channels.GetValueOrDefault(topicName)?.Writer.TryWrite((int)(object)message!);
            return ValueTask.CompletedTask;
        }

        public ValueTask CompleteAsync(string topicName)
        {
            channels.GetValueOrDefault(topicName)?.Writer.Complete();
            return ValueTask.CompletedTask;
        }

        public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default)
        {
            var channel = channels[topicName] = Channel.CreateUnbounded<int>();
            return new((ISourceStream<TMessage>)(object)new Stream(this, channel.Reader));
        }

        public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
            string topicName, int? bufferCapacity, TopicBufferFullMode? bufferFullMode, CancellationToken cancellationToken = default) =>
            SubscribeAsync<TMessage>(topicName, cancellationToken);

        private sealed class Stream(Bus bus, ChannelReader<int> reader) : ISourceStream<int>
        {
            public IAsyncEnumerable<int> ReadEventsAsync() => reader.ReadAllAsync();

            public ValueTask DisposeAsync()
            {
                bus.Closed++;
                return ValueTask.CompletedTask;
            }
        }
    }
}
