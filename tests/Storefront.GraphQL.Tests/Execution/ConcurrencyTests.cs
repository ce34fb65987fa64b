using System.Text;
using System.Text.Json;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Execution;

public class ConcurrencyTests
{
    private const string Schema = """
        type Query { nodes(count: Int!): [Node!]! }
        interface Node { id: Int! }
        type Even implements Node { id: Int! half: Int next(by: Int!): Node }
        type Odd implements Node { id: Int! twice: Int next(by: Int!): Node }
        """;

    private const string Document = """
        query ($count: Int!, $by: Int!, $skip: Boolean!) {
          nodes(count: $count) { __typename id @skip(if: $skip) ... on Even { half next(by: $by) { id } } ... on Odd { twice next(by: $by) { ...N } } }
        }
        fragment N on Node { id __typename }
        """;

    [Fact]
    public async Task Many_requests_at_once_share_one_plan_and_nothing_else()
    {
        // The plan is compiled lazily, so the first requests of each round race for it.
        for (var round = 0; round < 5; round++)
        {
            var executor = Executor();
            await Parallel.ForAsync(0, 400, async (index, cancellationToken) =>
            {
                var (count, by, skip) = (index % 7, index % 5, index % 2 == 0);
                await using var result = await executor.Executor.ExecuteAsync(
                    new OperationRequest
                    {
                        Document = Encoding.UTF8.GetBytes(Document),
                        Variables = JsonElement.Parse($$"""{"count":{{count}},"by":{{by}},"skip":{{(skip ? "true" : "false")}}}"""),
                        Services = executor.Services,
                    },
                    cancellationToken);
                Assert.Equal(Expected(count, by, skip), Encoding.UTF8.GetString(((OperationResult)result).Body.Span));
            });
        }
    }

    private static string Expected(int count, int by, bool skip) =>
        "{\"data\":{\"nodes\":[" + string.Join(',', Enumerable.Range(0, count).Select(id => Node(id, by, skip))) + "]}}";

    private static string Node(int id, int by, bool skip)
    {
        var shown = skip ? string.Empty : $"\"id\":{id},";
        var next = id + by;
        return id % 2 == 0
            ? $"{{\"__typename\":\"Even\",{shown}\"half\":{id / 2},\"next\":{{\"id\":{next}}}}}"
            : $"{{\"__typename\":\"Odd\",{shown}\"twice\":{id * 2},\"next\":{{\"id\":{next},\"__typename\":\"{(next % 2 == 0 ? "Even" : "Odd")}\"}}}}";
    }

    private static TestExecutor Executor()
    {
        var executor = new TestExecutor(Schema)
            .Field("Query.nodes", context => Enumerable.Range(0, context.ArgumentValue<int>("count")).Cast<object>())
            .Field("Even.half", context => context.Parent<int>() / 2)
            .Later("Odd.twice", context => context.Parent<int>() * 2);
        foreach (var type in new[] { "Even", "Odd" })
        {
            executor.Field($"{type}.id", context => context.Parent<int>());
            executor.Later($"{type}.next", context => context.Parent<int>() + context.ArgumentValue<int>("by"));
        }

        Assert.True(executor.Executor.Schema.TryGetType("Node", out var node));
        ((InterfaceType)node).ResolveType = value => (int)value % 2 == 0 ? "Even" : "Odd";
        return executor;
    }
}
