using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution;

public class DataLoaderExecutionTests
{
    private const string Schema = """
        type Query { items: [Item!]! slow: String }
        type Item { id: Int parent: Item name: String both: String chained: String bad: String! }
        """;

    private readonly Log log = new();

    [Fact]
    public async Task Each_depth_is_one_batch()
    {
        var response = await Executor().RunAsync("{ items { parent { id parent { id } } } }");

        Assert.Equal("""{"items":[{"parent":{"id":10,"parent":{"id":20}}},{"parent":{"id":11,"parent":{"id":21}}},{"parent":{"id":12,"parent":{"id":22}}}]}""", response["data"]!.ToJsonString());
        Assert.Equal(["parent 0,1,2", "parent 10,11,12"], log.Batches);
    }

    [Fact]
    public async Task Fields_of_one_depth_share_a_batch_and_its_keys()
    {
        await Executor().RunAsync("{ items { a: parent { id } b: parent { name } } }");

        Assert.Equal(["parent 0,1,2", "name 10,11,12"], log.Batches);
    }

    [Fact]
    public async Task A_resolver_may_load_twice_in_sequence()
    {
        var response = await Executor().RunAsync("{ items { both } }");

        Assert.Equal("""{"items":[{"both":"n10"},{"both":"n11"},{"both":"n12"}]}""", response["data"]!.ToJsonString());
        Assert.Equal(["parent 0,1,2", "name 10,11,12"], log.Batches);
    }

    [Fact]
    public async Task A_loader_may_load_through_another()
    {
        var response = await Executor().RunAsync("{ items { chained name } }");

        Assert.Equal("""{"items":[{"chained":"(n0)","name":"n0"},{"chained":"(n1)","name":"n1"},{"chained":"(n2)","name":"n2"}]}""", response["data"]!.ToJsonString());
        Assert.Equal(["chained 0,1,2", "name 0,1,2"], log.Batches.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_batch_is_not_held_up_by_a_field_that_waits_for_something_else()
    {
        var release = new TaskCompletionSource<object?>();
        var executor = Executor().Async("Query.slow", _ => release.Task);
        log.Loaded = batch => release.TrySetResult(batch);

        var response = await executor.RunAsync("{ slow items { parent { id } } }").WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal("parent 0,1,2", (string)response["data"]!["slow"]!);
    }

    [Fact]
    public async Task What_a_loader_throws_is_the_error_of_each_field_that_waits_for_it()
    {
        var executor = Executor();
        log.Loaded = _ => throw new GraphQLException("no database");

        var response = await executor.RunAsync("{ items { id name } }");

        Assert.Equal(["items.0.name", "items.1.name", "items.2.name"], TestExecutor.ErrorPaths(response));
        Assert.Equal("""{"items":[{"id":0,"name":null},{"id":1,"name":null},{"id":2,"name":null}]}""", response["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_value_loaded_below_an_object_that_is_gone_changes_nothing()
    {
        var executor = Executor().Field("Item.bad", _ => null);

        var response = await executor.RunAsync("{ items { parent { name bad } id } }");

        Assert.Equal("""{"items":[{"parent":null,"id":0},{"parent":null,"id":1},{"parent":null,"id":2}]}""", response["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Requests_do_not_share_what_was_loaded()
    {
        var executor = Executor();

        await executor.RunAsync("{ items { name } }");
        await executor.RunAsync("{ items { name } }");

        Assert.Equal(["name 0,1,2", "name 0,1,2"], log.Batches);
    }

    private TestExecutor Executor() => new TestExecutor(Schema) { Services = new ServiceCollection().AddSingleton(log).BuildServiceProvider() }
        .Field("Query.items", _ => new object[] { 0, 1, 2 })
        .Field("Item.id", context => context.Parent<int>())
        .Async("Item.parent", async context => await context.DataLoader<ParentLoader>().LoadAsync(context.Parent<int>(), context.RequestAborted))
        .Async("Item.name", async context => await context.DataLoader<NameLoader>().LoadAsync(context.Parent<int>(), context.RequestAborted))
        .Async("Item.chained", async context => await context.DataLoader<ChainedLoader>().LoadAsync(context.Parent<int>(), context.RequestAborted))
        .Async("Item.both", async context =>
        {
            var parent = await context.DataLoader<ParentLoader>().LoadAsync(context.Parent<int>(), context.RequestAborted);
            return await context.DataLoader<NameLoader>().LoadAsync(parent, context.RequestAborted);
        });

    private sealed class Log
    {
        public ConcurrentQueue<string> Batches { get; } = [];

        public Action<string>? Loaded { get; set; }

        public void Add<TKey>(string loader, IReadOnlyList<TKey> keys)
        {
            var batch = $"{loader} {string.Join(',', keys)}";
            Batches.Enqueue(batch);
            Loaded?.Invoke(batch);
        }
    }

    private sealed class ParentLoader(IBatchScheduler scheduler, Log log) : BatchDataLoader<int, int>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            log.Add("parent", keys);
            return keys.ToDictionary(key => key, key => key + 10);
        }
    }

    private sealed class NameLoader(IBatchScheduler scheduler, Log log) : BatchDataLoader<int, string>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            log.Add("name", keys);
            return keys.ToDictionary(key => key, key => $"n{key}");
        }
    }

    private sealed class ChainedLoader(IBatchScheduler scheduler, Log log, DataLoaderScope loaders, IServiceProvider services) : BatchDataLoader<int, string>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add("chained", keys);
            var names = await loaders.Get<NameLoader>(services).LoadAsync([.. keys], cancellationToken);
            return keys.Zip(names).ToDictionary(pair => pair.First, pair => $"({pair.Second})");
        }
    }
}
