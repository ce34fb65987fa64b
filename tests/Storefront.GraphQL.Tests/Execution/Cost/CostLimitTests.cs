using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Cost;

namespace Storefront.GraphQL.Tests.Execution.Cost;

public class CostLimitTests
{
    private const string Schema = """
        type Query { things(first: Int): [Thing!] @listSize(slicingArguments: ["first"], assumedSize: 100, requireOneSlicingArgument: false) ping: Int }
        type Thing { name: String inner: Thing }
        """;

    private static readonly ClientBudget Budget = new(100, 10);

    private int calls;

    [Theory]
    [InlineData(10, 1000, "The operation's field cost is 21; at most 10 is allowed (MaxFieldCost). Ask for smaller pages, fewer nested lists or fewer fields.", "fieldCost", "maxFieldCost")]
    [InlineData(1000, 10, "The operation's type cost is 41; at most 10 is allowed (MaxTypeCost). Ask for smaller pages, fewer nested lists or fewer fields.", "typeCost", "maxTypeCost")]
    public async Task An_operation_over_a_limit_is_refused_before_it_runs(double maxField, double maxType, string message, string cost, string maximum)
    {
        var probe = Probe(options => (options.MaxFieldCost, options.MaxTypeCost) = (maxField, maxType));

        await using var result = (OperationResult)await probe.StartAsync("{ things(first: 20) { inner { name } } }", mode: CostMode.Report);

        Assert.Equal((ResultKind.LimitExceeded, 0), (result.Kind, calls));
        var error = Assert.Single(result.Errors);
        Assert.Equal((message, "COST_EXCEEDED"), (error.Message, error.Code));
        Assert.Equal([cost, maximum], error.Extensions!.Keys);
        Assert.Equal([new SourceLocation(1, 1)], error.Locations);
        var report = System.Text.Json.Nodes.JsonNode.Parse(result.Body.Span)!["extensions"]!["cost"]!;
        Assert.Equal(41, report["requestedQueryCost"]!.GetValue<double>());
        Assert.Null(report["actualQueryCost"]);
    }

    [Fact]
    public async Task Limits_that_are_not_enforced_are_reported_all_the_same()
    {
        var probe = Probe(options => (options.MaxFieldCost, options.EnforceCostLimits, options.ReportCost) = (10, false, true));

        var answer = await probe.SendAsync("{ things(first: 20) { inner { name } } }");

        Assert.Null(answer["errors"]);
        Assert.Equal(1, calls);
        Assert.Equal(
            "{\"requestedQueryCost\":41,\"actualQueryCost\":2,\"fieldCost\":21,\"typeCost\":41,\"maxFieldCost\":10,\"maxTypeCost\":50000}",
            answer["extensions"]!["cost"]!.ToJsonString());
    }

    [Fact]
    public async Task Nothing_is_said_of_the_cost_unless_somebody_asks()
    {
        var probe = Probe();

        Assert.Null((await probe.SendAsync("{ ping }"))["extensions"]);
        Assert.NotNull((await probe.SendAsync("{ ping }", mode: CostMode.Report))["extensions"]);
    }

    [Fact]
    public async Task A_client_pays_for_what_it_used_and_its_budget_comes_back_with_time()
    {
        var probe = Probe(options => (options.ClientBudget, options.ReportCost) = (Budget, true));
        var ana = new RequestClient("ana");

        var first = await probe.SendAsync("{ things(first: 20) { inner { name } } }", client: ana);
        Assert.Equal("{\"maximumAvailable\":100,\"currentlyAvailable\":98,\"restoreRate\":10}", Status(first));

        // 41 is asked for, 2 are used each time.
        for (var left = 96; left >= 40; left -= 2)
        {
            Assert.Equal(left, Available(await probe.SendAsync("{ things(first: 20) { inner { name } } }", client: ana)));
        }

        await using var refused = (OperationResult)await probe.StartAsync("{ things(first: 20) { inner { name } } }", client: ana);
        Assert.Equal((ResultKind.RateLimited, TimeSpan.FromSeconds(1)), (refused.Kind, refused.RetryAfter));
        var error = Assert.Single(refused.Errors);
        Assert.Equal("RATE_LIMITED", error.Code);
        Assert.Equal(1, error.Extensions!["retryAfter"]);
        Assert.Equal("This client has spent its budget: the request costs 41 and 40 is available (currentlyAvailable). Ask again in 1 seconds, or ask for less.", error.Message);

        Assert.Equal(98, Available(await probe.SendAsync("{ things(first: 20) { inner { name } } }", client: new RequestClient("ben"))));
        probe.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(48, Available(await probe.SendAsync("{ things(first: 20) { inner { name } } }", client: ana)));
        probe.Advance(TimeSpan.FromHours(1));
        Assert.Equal(99, Available(await probe.SendAsync("{ ping }", client: ana)));
    }

    [Fact]
    public async Task A_client_may_have_a_budget_of_its_own()
    {
        var probe = Probe(options => options.ClientBudget = Budget);
        var poor = new RequestClient("poor") { Budget = new ClientBudget(30, 1) };

        var answer = await probe.SendAsync("{ things(first: 20) { inner { name } } }", client: poor);

        Assert.Equal("COST_EXCEEDED", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(30, answer["errors"]![0]!["extensions"]!["maximumAvailable"]!.GetValue<double>());
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task Nonsense_is_charged_and_who_has_spent_all_is_not_even_read()
    {
        var probe = Probe(options => options.ClientBudget = new ClientBudget(3, 1));
        var client = new RequestClient("ana");
        var nonsense = "{ " + new string('x', 9_000);

        Assert.Equal("GRAPHQL_PARSE_FAILED", Code(await probe.SendAsync(nonsense, client: client)));

        Assert.Equal("RATE_LIMITED", Code(await probe.SendAsync(nonsense, client: client)));
        probe.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("GRAPHQL_PARSE_FAILED", Code(await probe.SendAsync(nonsense, client: client)));
    }

    [Fact]
    public async Task A_million_clients_take_no_more_memory_than_the_bound()
    {
        var budgets = new ClientBudgets(1_000, new FrozenTime());
        for (var client = 0; client < 20_000; client++)
        {
            budgets.TryTake($"address:{client}", Budget, 50);
            Assert.True(budgets.Count <= 1_001);
        }

        // Who has less than the others is remembered longest.
        budgets.TryTake("spent", Budget, 100);
        for (var client = 0; client < 5_000; client++)
        {
            budgets.TryTake($"more:{client}", Budget, 1);
        }

        Assert.True(budgets.Peek("spent", Budget) < 50);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Clients_who_ask_at_the_same_time_do_not_overspend()
    {
        var budgets = new ClientBudgets(10, new FrozenTime());
        var taken = 0;

        await Parallel.ForAsync(0, 1_000, (_, _) =>
        {
            if (budgets.TryTake("ana", Budget, 3).IsTaken)
            {
                Interlocked.Increment(ref taken);
            }

            return ValueTask.CompletedTask;
        });

        Assert.Equal(33, taken);
    }

    private static string Status(System.Text.Json.Nodes.JsonNode answer) => answer["extensions"]!["cost"]!["throttleStatus"]!.ToJsonString();

    private static double Available(System.Text.Json.Nodes.JsonNode answer)
    {
        Assert.Null(answer["errors"]?.ToJsonString());
        return answer["extensions"]!["cost"]!["throttleStatus"]!["currentlyAvailable"]!.GetValue<double>();
    }

    private static string Code(System.Text.Json.Nodes.JsonNode answer) => answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();

    private CostProbe Probe(Action<CostOptions>? configure = null) => new(
        Schema,
        options => configure?.Invoke(options.Cost),
        builder => builder.AddResolver("Query", "things", new PureResolver(_ =>
        {
            calls++;
            return new[] { new { name = "a", inner = (object?)null } };
        })));

    private sealed class FrozenTime : TimeProvider
    {
        public override long GetTimestamp() => 1;
    }
}
