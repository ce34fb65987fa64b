using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DataLoaders;

namespace Storefront.GraphQL.Tests.DataLoaders;

public sealed class DataLoaderTests
{
    private static readonly IServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    [Fact]
    public async Task Keys_asked_for_before_dispatching_are_fetched_together_and_once()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<Squares>(Services);

        var first = loader.LoadAsync(2);
        var second = loader.LoadAsync(3);
        var again = loader.LoadAsync(2);

        Assert.False(first.IsCompleted);
        Assert.True(scope.HasPending);
        await scope.DispatchAsync(CancellationToken.None);
        Assert.False(scope.HasPending);
        Assert.Equal((4, 9, 4), (await first, await second, await again));
        Assert.Equal([[2, 3]], loader.Batches);
    }

    [Fact]
    public async Task A_request_has_one_instance_of_a_loader_and_its_values_stay()
    {
        using var scope = new DataLoaderScope();
        var first = scope.Get<Squares>(Services).LoadAsync(5);
        await scope.DispatchAsync(CancellationToken.None);

        var second = await scope.Get<Squares>(Services).LoadAsync(5);

        Assert.Equal(await first, second);
        Assert.False(scope.HasPending);
    }

    [Fact]
    public async Task Batches_are_no_larger_than_allowed()
    {
        using var scope = new DataLoaderScope();
        var services = new ServiceCollection().AddSingleton(new DataLoaderOptions { MaxBatchSize = 2 }).BuildServiceProvider();
        var loader = scope.Get<Squares>(services);

        var all = loader.LoadAsync([1, 2, 3, 4, 5]);
        await scope.DispatchAsync(CancellationToken.None);

        Assert.Equal([1, 4, 9, 16, 25], await all);
        Assert.Equal([[1, 2], [3, 4], [5]], loader.Batches);
    }

    [Fact]
    public async Task A_key_without_a_value_gives_the_default()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<Squares>(Services);

        var missing = loader.LoadAsync(-1);
        await scope.DispatchAsync(CancellationToken.None);

        Assert.Equal(0, await missing);
    }

    [Fact]
    public async Task A_key_that_must_exist_fails_alone()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<Names>(Services);

        var missing = loader.LoadRequiredAsync(-1);
        var there = loader.LoadRequiredAsync(1);
        await scope.DispatchAsync(CancellationToken.None);

        await Assert.ThrowsAsync<KeyNotFoundException>(() => missing);
        Assert.Equal("1", await there);
    }

    [Fact]
    public async Task A_failed_batch_fails_each_of_its_keys()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<Failing>(Services);

        var one = loader.LoadAsync(1);
        var two = loader.LoadAsync(2);
        await scope.DispatchAsync(CancellationToken.None);

        Assert.Equal("batch of 2", (await Assert.ThrowsAsync<InvalidOperationException>(() => one)).Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => two);
    }

    [Fact]
    public async Task Single_keys_may_fail()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<OddFails>(Services);

        var odd = loader.LoadAsync(1);
        var even = loader.LoadAsync(2);
        await scope.DispatchAsync(CancellationToken.None);

        await Assert.ThrowsAsync<ArgumentException>(() => odd);
        Assert.Equal(2, await even);
    }

    [Fact]
    public async Task Those_who_wait_open_the_next_batch_before_dispatching_returns()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<Squares>(Services);
        async Task<int> Twice(int value) => await loader.LoadAsync(await loader.LoadAsync(value));

        var results = Task.WhenAll(Twice(2), Twice(3));
        await scope.DispatchAsync(CancellationToken.None);
        Assert.True(scope.HasPending);
        await scope.DispatchAsync(CancellationToken.None);

        Assert.Equal("16 81", string.Join(' ', await results));
        Assert.Equal([[2, 3], [4, 9]], loader.Batches);
    }

    [Fact]
    public async Task A_loader_may_load_through_another()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<ThroughSquares>(Services);
        loader.Inner = scope.Get<Squares>(Services);

        var value = loader.LoadAsync(3);
        await scope.DispatchAsync(CancellationToken.None);

        Assert.Equal(9, await value);
    }

    [Fact]
    public async Task Groups_are_empty_where_nothing_belongs_to_a_key()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<Divisors>(Services);

        var six = loader.LoadAsync(6);
        var zero = loader.LoadAsync(0);
        await scope.DispatchAsync(CancellationToken.None);

        Assert.Equal("1 2 3 6", string.Join(' ', (await six)!));
        Assert.Empty((await zero)!);
    }

    [Fact]
    public async Task What_was_set_is_not_fetched_and_what_was_removed_is_fetched_again()
    {
        using var scope = new DataLoaderScope();
        var loader = scope.Get<Squares>(Services);
        loader.Set(7, 50);

        Assert.Equal(50, await loader.LoadAsync(7));
        loader.Remove(7);
        var fetched = loader.LoadAsync(7);
        await scope.DispatchAsync(CancellationToken.None);

        Assert.Equal(49, await fetched);
    }

    [Fact]
    public async Task Disposing_cancels_what_was_never_dispatched()
    {
        var scope = new DataLoaderScope();
        var waiting = scope.Get<Squares>(Services).LoadAsync(1);

        scope.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void The_executor_is_woken_once_for_each_round()
    {
        using var scope = new DataLoaderScope();
        var woken = 0;
        scope.Scheduled = () => woken++;

        _ = scope.Get<Squares>(Services).LoadAsync(1);
        _ = scope.Get<Squares>(Services).LoadAsync(2);
        _ = scope.Get<Names>(Services).LoadAsync(1);

        Assert.Equal(1, woken);
    }

    private sealed class Squares(IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<int, int>(scheduler, options)
    {
        public List<int[]> Batches { get; } = [];

        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            Batches.Add([.. keys]);
            await Task.Yield();
            return keys.Where(key => key >= 0).ToDictionary(key => key, key => key * key);
        }
    }

    private sealed class Names(IBatchScheduler scheduler) : BatchDataLoader<int, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, string>>(keys.Where(key => key >= 0).ToDictionary(key => key, key => $"{key}"));
    }

    private sealed class Failing(IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"batch of {keys.Count}");
    }

    private sealed class OddFails(IBatchScheduler scheduler) : DataLoaderBase<int, int>(scheduler)
    {
        protected override Task FetchAsync(IReadOnlyList<int> keys, Memory<DataLoaderResult<int>> results, CancellationToken cancellationToken)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                results.Span[i] = keys[i] % 2 == 0 ? new(keys[i]) : new(0, new ArgumentException("odd"));
            }

            return Task.CompletedTask;
        }
    }

    private sealed class ThroughSquares(IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler)
    {
        public Squares? Inner { get; set; }

        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            var values = await Inner!.LoadAsync(keys.ToArray(), cancellationToken);
            return keys.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    private sealed class Divisors(IBatchScheduler scheduler) : GroupedDataLoader<int, int>(scheduler)
    {
        protected override Task<ILookup<int, int>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult(keys.SelectMany(key => Enumerable.Range(1, key).Where(part => key % part == 0).Select(part => (key, part)))
                .ToLookup(pair => pair.key, pair => pair.part));
    }
}
