using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution;

/// <summary>Section 6.3.1, serial execution.</summary>
public class MutationExecutionTests
{
    private const string Schema = """
        type Query { a: Int }
        type Mutation { add(by: Int!): Result must(by: Int!): Result! }
        type Result { total: Int! slow: Int fail: Int! }
        """;

    private readonly List<string> steps = [];

    [Fact]
    public async Task A_field_begins_when_the_one_before_has_ended_with_all_below_it()
    {
        var response = await Executor().RunAsync("mutation { a: add(by: 1) { slow } b: add(by: 2) { total slow } c: add(by: 3) { total } }");

        Assert.Equal("""{"a":{"slow":1},"b":{"total":2,"slow":2},"c":{"total":3}}""", response["data"]!.ToJsonString());
        Assert.Equal(["add 1", "slow 1", "add 2", "slow 2", "add 3"], steps);
    }

    [Fact]
    public async Task Errors_of_later_fields_have_their_own_paths()
    {
        var response = await Executor().RunAsync("mutation { a: add(by: 1) { slow fail } b: add(by: 2) { fail } }");

        Assert.Equal("""{"a":null,"b":null}""", response["data"]!.ToJsonString());
        Assert.Equal(["a.fail", "b.fail"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task After_a_field_that_is_never_null_has_failed_no_other_begins()
    {
        var response = await Executor().RunAsync("mutation { a: add(by: 1) { total } b: must(by: 2) { slow fail } c: add(by: 3) { total } }");

        Assert.Null(response["data"]);
        Assert.Equal(["b.fail"], TestExecutor.ErrorPaths(response));
        Assert.Equal(["add 1", "add 2", "slow 2"], steps);
    }

    private TestExecutor Executor() => new TestExecutor(Schema)
        .Later("Mutation.add", Add)
        .Field("Mutation.must", Add)
        .Field("Result.total", context => context.Parent<object>())
        .Field("Result.fail", _ => throw new GraphQLException("no"))
        .Async("Result.slow", async context =>
        {
            await Task.Delay(5);
            steps.Add($"slow {context.Parent<object>()}");
            return context.Parent<object>();
        });

    private object Add(IResolverContext context)
    {
        var by = context.ArgumentValue<int>("by");
        steps.Add($"add {by}");
        return by;
    }
}
