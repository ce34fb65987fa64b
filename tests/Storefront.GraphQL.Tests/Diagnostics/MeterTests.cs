using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Tests.Validation;

namespace Storefront.GraphQL.Tests.Diagnostics;

/// <summary>What a host can measure: every request once, however it ended.</summary>
[Collection(nameof(AloneCollection))]
public sealed class MeterTests : IDisposable
{
    private const string Schema = "type Query { one: Int wait: Int } type Subscription { number: Int }";

    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> measured = [];
    private readonly MeterListener meters = new();
    private readonly Recorder recorder = new();

    public MeterTests()
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == GraphQLTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Text(tags))));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Text(tags))));
        meters.Start();
    }

    [Theory]
    [InlineData("{ one }", "graphql.operation.type=query error.type=")]
    [InlineData("{ nothing }", "graphql.operation.type=unknown error.type=GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A { one } query B { one }", "graphql.operation.type=unknown error.type=BAD_USER_INPUT")]
    public async Task A_request_is_measured_with_its_type_and_its_outcome(string document, string tags)
    {
        await Executor().RunAsync(document);

        var (_, seconds, given) = Assert.Single(Of("graphql.server.request.duration"));
        Assert.Equal(tags, given);
        Assert.InRange(seconds, 0, 30);
        Assert.InRange(Assert.Single(recorder.Executed), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task So_is_one_whose_client_goes_before_the_answer()
    {
        using var gone = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        var executor = Executor().Async("Query.wait", async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
            return 1;
        });

        var answer = executor.RunAsync("{ wait }", cancellationToken: gone.Token);
        await asked.Task;
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await Eventually.TrueAsync(() => !recorder.Cancelled.IsEmpty);

        Assert.Equal("graphql.operation.type=query error.type=cancelled", Assert.Single(Of("graphql.server.request.duration")).Tags);
        Assert.Single(recorder.Cancelled);
        Assert.Empty(recorder.Executed);
    }

    [Fact]
    public async Task What_a_request_is_estimated_at_is_measured_too()
    {
        var executor = Executor();

        await executor.RunAsync("{ a: one b: one }");

        var cost = await new Execution.Cost.CostProbe(Schema).CostOfAsync("{ a: one b: one }");
        var charge = Math.Max(cost.Field, cost.Type);
        Assert.Equal([charge, charge], Of("graphql.server.request.cost").Select(measurement => measurement.Value));
    }

    [Fact]
    public async Task A_subscription_is_counted_while_it_is_open_and_each_of_its_events_is_measured()
    {
        var executor = Executor().Source("number", _ => new(Numbers()));
        await using (var stream = await executor.SubscribeAsync("subscription { number }"))
        {
            Assert.Equal(1, Of("graphql.server.active_subscriptions").Sum(measurement => measurement.Value));
            await foreach (var response in stream.ReadResultsAsync())
            {
                await response.DisposeAsync();
            }
        }

        Assert.Equal([1, -1], Of("graphql.server.active_subscriptions").Select(measurement => measurement.Value));
        Assert.Equal(["error.type=", "error.type=INTERNAL"], Of("graphql.server.subscription.event.duration").Select(measurement => measurement.Tags));
        Assert.Equal("graphql.operation.type=subscription error.type=", Assert.Single(Of("graphql.server.request.duration")).Tags);
    }

    public void Dispose() => meters.Dispose();

    private static async IAsyncEnumerable<object?> Numbers()
    {
        yield return 1;
        await Task.Yield();
        yield return "no number";
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private TestExecutor Executor()
    {
        var executor = new TestExecutor(Schema).Field("Query.one", _ => 1);
        executor.Listeners.Add(recorder);
        return executor;
    }

    private List<(string Instrument, double Value, string Tags)> Of(string instrument) => [.. measured.Where(measurement => measurement.Instrument == instrument)];

    private sealed class Recorder : ExecutionDiagnosticEventListener
    {
        public ConcurrentQueue<TimeSpan> Executed { get; } = [];

        public ConcurrentQueue<TimeSpan> Cancelled { get; } = [];

        public override void RequestExecuted(OperationRequest request, ExecutionResult result, TimeSpan elapsed) => Executed.Enqueue(elapsed);

        public override void RequestCancelled(OperationRequest request, TimeSpan elapsed) => Cancelled.Enqueue(elapsed);
    }
}
