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

    [Fact]
    public async Task Each_of_thousands_of_readers_gets_all_of_several_publishers_in_one_order()
    {
        var readers = new List<Task<List<int>>>();
        for (var count = 0; count < 2_000; count++)
        {
            var reader = await topics.SubscribeAsync<int>("t", 1_000, null);
            readers.Add(Task.Run(async () => await reader.ReadEventsAsync().ToListAsync()));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(publisher => Task.Run(async () =>
        {
            for (var message = 0; message < 50; message++)
            {
                await topics.SendAsync("t", (publisher * 100) + message);
                await Task.Yield();
            }
        })));
        await topics.CompleteAsync("t");

        var all = await Task.WhenAll(readers).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(200, all[0].Distinct().Count());
        Assert.All(all, messages => Assert.Equal(all[0], messages));
    }

    [Fact]
    public async Task A_reader_that_blocks_its_thread_keeps_no_other_waiting()
    {
        using var release = new ManualResetEventSlim();
        var blocking = ReadOneAsync(await topics.SubscribeAsync<int>("t"), release.Wait);
        var others = new List<Task>();
        for (var count = 0; count < 200; count++)
        {
            others.Add(ReadOneAsync(await topics.SubscribeAsync<int>("t"), () => { }));
        }

        await topics.SendAsync("t", 1);

        await Task.WhenAll(others).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(blocking.IsCompleted);
        release.Set();
        await blocking;
    }

    private static async Task ReadOneAsync(ISourceStream<int> reader, Action read)
    {
        await foreach (var message in reader.ReadEventsAsync())
        {
            read();
            return;
        }
    }
}
