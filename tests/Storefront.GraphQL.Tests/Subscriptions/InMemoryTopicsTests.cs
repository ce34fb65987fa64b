using Storefront.GraphQL.Subscriptions;

namespace Storefront.GraphQL.Tests.Subscriptions;

public sealed class InMemoryTopicsTests
{
    private readonly InMemoryTopics topics = new(new SubscriptionOptions { TopicBufferCapacity = 2 });

    [Fact]
    public async Task Each_reader_gets_every_message_in_order_until_the_topic_completes()
    {
        var one = await topics.SubscribeAsync<int>("t");
        var two = await topics.SubscribeAsync<int>("t");

        await topics.SendAsync("t", 1);
        await topics.SendAsync("other", 9);
        await topics.SendAsync("t", 2);
        await topics.CompleteAsync("t");

        Assert.Equal("1 2", string.Join(' ', await one.ReadEventsAsync().ToListAsync()));
        Assert.Equal("1 2", string.Join(' ', await two.ReadEventsAsync().ToListAsync()));
    }

    [Theory]
    [InlineData(TopicBufferFullMode.DropOldest, "2 3")]
    [InlineData(TopicBufferFullMode.DropNewest, "1 3")]
    [InlineData(TopicBufferFullMode.DropWrite, "1 2")]
    public async Task A_full_buffer_drops_what_its_mode_says(TopicBufferFullMode mode, string expected)
    {
        var reader = await topics.SubscribeAsync<int>("t", 2, mode);

        for (var message = 1; message <= 3; message++)
        {
            await topics.SendAsync("t", message);
        }

        await topics.CompleteAsync("t");
        Assert.Equal(expected, string.Join(' ', await reader.ReadEventsAsync().ToListAsync()));
    }

    [Fact]
    public async Task A_slow_reader_fails_unless_it_says_otherwise_and_others_go_on()
    {
        var slow = await topics.SubscribeAsync<int>("t");
        var roomy = await topics.SubscribeAsync<int>("t", 10, null);

        for (var message = 1; message <= 3; message++)
        {
            await topics.SendAsync("t", message);
        }

        await Assert.ThrowsAsync<SlowReaderException>(async () => await slow.ReadEventsAsync().ToListAsync());
        await topics.CompleteAsync("t");
        Assert.Equal(3, (await roomy.ReadEventsAsync().ToListAsync()).Count);
    }

    [Fact]
    public async Task A_topic_without_readers_is_forgotten()
    {
        var one = await topics.SubscribeAsync<int>("t");
        var two = await topics.SubscribeAsync<int>("t");
        Assert.Equal(1, topics.TopicCount);

        await one.DisposeAsync();
        await two.DisposeAsync();

        Assert.Equal(0, topics.TopicCount);
        await topics.SendAsync("t", 1);
    }

    [Fact]
    public async Task A_topic_has_messages_of_one_type()
    {
        await topics.SubscribeAsync<int>("t");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await topics.SubscribeAsync<string>("t"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await topics.SendAsync("t", "text"));
    }
}
