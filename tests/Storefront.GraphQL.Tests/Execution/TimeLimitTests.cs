using System.Diagnostics;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution;

public class TimeLimitTests
{
    private const string Schema = "type Query { fast: String slow: String endless: [Int!] loaded: String }";

    [Fact]
    public async Task A_request_over_its_time_limit_is_refused_and_its_resolvers_are_cancelled()
    {
        var cancelled = new TaskCompletionSource();
        var executor = new TestExecutor(Schema)
            .Field("Query.fast", _ => "f")
            .Async("Query.slow", async context =>
            {
                await using var registration = context.RequestAborted.Register(() => cancelled.TrySetResult());
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return null;
            });
        executor.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(50);

        await using var result = await executor.StartAsync("{ fast slow }");

        var response = Assert.IsAssignableFrom<OperationResult>(result);
        Assert.Equal(ResultKind.LimitExceeded, response.Kind);
        Assert.Equal("TIME_LIMIT_EXCEEDED", (string)TestExecutor.Parse(response)["errors"]![0]!["extensions"]!["code"]!);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_resolver_that_does_not_listen_cannot_hold_up_the_limit()
    {
        var never = new TaskCompletionSource<object?>();
        var executor = new TestExecutor(Schema).Async("Query.slow", _ => never.Task);
        executor.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(50);

        var response = await executor.RunAsync("{ slow }").WaitAsync(TimeSpan.FromSeconds(20));
        never.SetResult("too late");

        Assert.NotNull(response["errors"]);
        executor.Options.ExecutionTimeout = TimeSpan.FromMinutes(1);
        Assert.Equal("""{"data":{"fast":null}}""", (await executor.RunAsync("{ fast }")).ToJsonString());
    }

    [Fact]
    public async Task A_loader_that_does_not_listen_cannot_hold_up_the_limit()
    {
        var executor = new TestExecutor(Schema).Async("Query.loaded", async context => await context.DataLoader<DeafLoader>().LoadAsync(1, context.RequestAborted));
        executor.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(50);

        var response = await executor.RunAsync("{ loaded }").WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal("TIME_LIMIT_EXCEEDED", (string)response["errors"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task A_list_without_end_ends_at_the_limit()
    {
        static IEnumerable<int> Endless()
        {
            for (var number = 0; ; number++)
            {
                // Slow enough that the limit comes before much memory is taken.
                if (number % 64 == 0)
                {
                    Thread.Sleep(1);
                }

                yield return number;
            }
        }

        var executor = new TestExecutor(Schema).Field("Query.endless", _ => Endless());
        executor.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(100);
        var started = Stopwatch.GetTimestamp();

        var response = await executor.RunAsync("{ endless }");

        Assert.NotNull(response["errors"]);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_client_that_has_gone_cancels_its_request()
    {
        using var gone = new CancellationTokenSource();
        var executor = new TestExecutor(Schema).Async("Query.slow", async context =>
        {
            await gone.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executor.RunAsync("{ fast slow }", cancellationToken: gone.Token));
    }

    [Fact]
    public async Task A_resolver_that_cancels_itself_is_a_fault_like_others()
    {
        var executor = new TestExecutor(Schema).Later("Query.slow", _ => throw new OperationCanceledException());

        var response = await executor.RunAsync("{ slow }");

        Assert.Equal(["slow"], TestExecutor.ErrorPaths(response));
    }

    private sealed class DeafLoader(IBatchScheduler scheduler) : BatchDataLoader<int, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            new TaskCompletionSource<IReadOnlyDictionary<int, string>>().Task;
    }
}
