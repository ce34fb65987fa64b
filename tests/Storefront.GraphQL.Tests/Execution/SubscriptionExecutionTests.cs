using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Subscriptions;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution;

/// <summary>Section 6.2.3.</summary>
public class SubscriptionExecutionTests
{
    private const string Schema = """
        type Query { a: Int }
        type Subscription { number: Int item: Item }
        type Item { id: Int fail: Int! }
        """;

    private readonly Channel<object?> channel = Channel.CreateUnbounded<object?>();
    private bool isClosed;

    [Fact]
    public async Task Each_event_is_a_response_and_the_end_of_the_source_is_the_end()
    {
        var executor = Executor();
        channel.Writer.TryWrite(1);
        channel.Writer.TryWrite(2);
        channel.Writer.Complete();

        await using var stream = await executor.SubscribeAsync("subscription { number }");

        Assert.Equal(["""{"data":{"number":1}}""", """{"data":{"number":2}}"""], await ReadAllAsync(stream));
        Assert.True(isClosed);
    }

    [Fact]
    public async Task An_error_of_one_event_does_not_end_the_stream()
    {
        var executor = Executor()
            .Source("item", _ => new(Read()))
            .Field("Item.id", context => context.Parent<object>())
            .Later("Item.fail", context => (int)context.Parent<object>() == 1 ? throw new GraphQLException("no") : 5);
        channel.Writer.TryWrite(1);
        channel.Writer.TryWrite(2);
        channel.Writer.Complete();

        await using var stream = await executor.SubscribeAsync("subscription { item { id fail } }");

        var responses = await ReadAllAsync(stream);
        Assert.Equal(2, responses.Count);
        Assert.Equal(["item.fail"], TestExecutor.ErrorPaths(JsonNode.Parse(responses[0])!));
        Assert.Equal("""{"data":{"item":{"id":2,"fail":5}}}""", responses[1]);
    }

    [Fact]
    public async Task A_failure_of_the_source_is_the_last_response()
    {
        var executor = Executor();
        channel.Writer.TryWrite(1);
        channel.Writer.Complete(new InvalidOperationException("secret"));

        await using var stream = await executor.SubscribeAsync("subscription { number }");

        var responses = await ReadAllAsync(stream);
        Assert.Equal(2, responses.Count);
        Assert.Contains("INTERNAL", responses[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", responses[1], StringComparison.Ordinal);
        Assert.True(isClosed);
    }

    [Fact]
    public async Task A_reader_that_was_too_slow_is_told_so()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions { TopicBufferCapacity = 2 });
        var executor = new TestExecutor(Schema).Source("number", context => OpenTopicAsync(topics, context));
        await using var stream = await executor.SubscribeAsync("subscription { number }");

        for (var number = 0; number < 3; number++)
        {
            await topics.SendAsync("numbers", number);
        }

        var responses = await ReadAllAsync(stream);
        Assert.Equal(3, responses.Count);
        Assert.Contains(ErrorCodes.SlowReader, responses[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_viewers_of_one_event_are_each_given_their_own()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions());
        var executor = new TestExecutor(Schema)
            .Source("item", context => OpenTopicAsync(topics, context))
            .Field("Item.id", context => context.User.IsInRole("staff") ? context.Parent<object>() : null)
            .Field("Item.fail", context => context.User.IsInRole("staff") ? 1 : throw new GraphQLException("Not for you."));
        await using var staff = await SubscribeAsync("staff");
        await using var customer = await SubscribeAsync("customer");

        await topics.SendAsync("numbers", 7);
        await topics.CompleteAsync("numbers");

        Assert.Equal(["""{"data":{"item":{"id":7,"fail":1}}}"""], await ReadAllAsync(staff));
        var refused = JsonNode.Parse(Assert.Single(await ReadAllAsync(customer)))!;
        Assert.Null(refused["data"]!["item"]);
        Assert.Equal("Not for you.", refused["errors"]![0]!["message"]!.GetValue<string>());

        async Task<ResponseStream> SubscribeAsync(string role) => Assert.IsAssignableFrom<ResponseStream>(await executor.Executor.ExecuteAsync(new OperationRequest
        {
            Document = "subscription { item { id fail } }"u8.ToArray(),
            Services = executor.Services,
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test")),
        }));
    }

    [Fact]
    public async Task A_source_that_cannot_be_opened_is_a_request_error()
    {
        var executor = new TestExecutor(Schema).Source("number", _ => throw new GraphQLException("closed"));

        await using var result = await executor.StartAsync("subscription { number }");

        var refusal = Assert.IsAssignableFrom<OperationResult>(result);
        Assert.Equal(ResultKind.RequestError, refusal.Kind);
        Assert.Equal("""{"errors":[{"message":"closed","locations":[{"line":1,"column":16}],"path":["number"],"extensions":{"code":"REFUSED"}}]}""", TestExecutor.Parse(refusal).ToJsonString());
    }

    [Fact]
    public async Task Opening_has_the_time_limit_of_a_request_and_listening_has_none()
    {
        var executor = new TestExecutor(Schema)
            .Source("number", _ => new(Read()))
            .Source("item", async context =>
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return Read();
            });
        executor.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(50);

        await using var refused = await executor.StartAsync("subscription { item { id } }");
        await using var stream = await executor.SubscribeAsync("subscription { number }");
        var reading = ReadAllAsync(stream);
        await Task.Delay(100);
        channel.Writer.TryWrite(1);
        channel.Writer.Complete();

        Assert.Equal(ResultKind.LimitExceeded, Assert.IsAssignableFrom<OperationResult>(refused).Kind);
        Assert.Equal(["""{"data":{"number":1}}"""], await reading);
    }

    [Fact]
    public async Task Disposing_ends_a_reader_that_waits_and_closes_the_source()
    {
        var stream = await Executor().SubscribeAsync("subscription { number }");
        var reading = ReadAllAsync(stream);

        await stream.DisposeAsync();

        Assert.Empty(await reading.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(isClosed);
    }

    [Fact]
    public async Task Cancelling_ends_a_reader_that_waits_and_closes_the_source()
    {
        using var gone = new CancellationTokenSource();
        await using var stream = await Executor().SubscribeAsync("subscription { number }");
        var reading = ReadAllAsync(stream, gone.Token);

        await gone.CancelAsync();

        Assert.Empty(await reading.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(isClosed);
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_lets_go_of_its_topic()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions());
        var executor = new TestExecutor(Schema).Source("number", context => OpenTopicAsync(topics, context));

        var stream = await executor.SubscribeAsync("subscription { number }");
        Assert.Equal(1, topics.TopicCount);
        await stream.DisposeAsync();

        Assert.Equal(0, topics.TopicCount);
    }

    [Fact]
    public async Task A_source_may_use_data_loaders_to_open_and_later()
    {
        static async IAsyncEnumerable<object?> Load(NumberLoader loader)
        {
            yield return await loader.LoadAsync(2);
            yield return await loader.LoadAsync(3);
        }

        var executor = new TestExecutor(Schema).Source("number", async context =>
        {
            var loader = context.DataLoader<NumberLoader>();
            Assert.Equal(10, await loader.LoadAsync(1, context.RequestAborted));
            return Load(loader);
        });

        await using var stream = await executor.SubscribeAsync("subscription { number }").WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(["""{"data":{"number":20}}""", """{"data":{"number":30}}"""], await ReadAllAsync(stream).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private static async Task<List<string>> ReadAllAsync(ResponseStream stream, CancellationToken cancellationToken = default)
    {
        var responses = new List<string>();
        await foreach (var response in stream.ReadResultsAsync(cancellationToken))
        {
            await using (response)
            {
                responses.Add(TestExecutor.Parse(response).ToJsonString());
            }
        }

        return responses;
    }

    private static async ValueTask<IAsyncEnumerable<object?>> OpenTopicAsync(InMemoryTopics topics, IResolverContext context)
    {
        static async IAsyncEnumerable<object?> Read(ISourceStream<int> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await using (source)
            {
                await foreach (var number in source.ReadEventsAsync().WithCancellation(cancellationToken))
                {
                    yield return number;
                }
            }
        }

        return Read(await topics.SubscribeAsync<int>("numbers", context.RequestAborted));
    }

    private TestExecutor Executor() => new TestExecutor(Schema).Source("number", _ => new(Read()));

    private async IAsyncEnumerable<object?> Read([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var message in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return message;
            }
        }
        finally
        {
            isClosed = true;
        }
    }

    private sealed class NumberLoader(IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return keys.ToDictionary(key => key, key => key * 10);
        }
    }
}
