using System.Text.Json;
using System.Text.Json.Nodes;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Execution;

public class ErrorTests
{
    private const string Schema = """
        type Query { one: String two: String three: String list: [Item] half: Half item: Item take(text: String, numbers: [Int!]): String }
        type Item { name: String other: String item: Item }
        scalar Half
        """;

    [Fact]
    public async Task Errors_come_in_the_order_of_the_response_whoever_failed_first()
    {
        var turn = new TaskCompletionSource();
        var executor = new TestExecutor(Schema)
            .Async("Query.one", async _ =>
            {
                await turn.Task;
                throw new GraphQLException("last");
            })
            .Later("Query.list", _ => new object[] { 0, 1, 2 })
            .Later("Item.name", context =>
            {
                if ((int)context.Parent<object>() == 0)
                {
                    turn.SetResult();
                }

                throw new GraphQLException("no");
            })
            .Field("Query.two", _ => throw new GraphQLException("first"));

        var response = await executor.RunAsync("{ one list { b: name a: name } two }");

        Assert.Equal(["one", "list.0.b", "list.0.a", "list.1.b", "list.1.a", "list.2.b", "list.2.a", "two"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task Resolvers_report_errors_from_any_thread_and_keep_their_values()
    {
        var executor = new TestExecutor(Schema)
            .Field("Query.list", _ => Enumerable.Range(0, 200).Cast<object>())
            .Async("Item.name", async context =>
            {
                await Task.Yield();
                context.ReportError(new GraphQLError { Message = "noted" });
                return "n";
            });

        var response = await executor.RunAsync("{ list { name } }");

        Assert.Equal(Enumerable.Range(0, 200).Select(index => $"list.{index}.name"), TestExecutor.ErrorPaths(response));
        Assert.All(response["data"]!["list"]!.AsArray(), item => Assert.Equal("n", (string)item!["name"]!));
    }

    [Fact]
    public async Task A_fault_is_anonymous_and_its_id_finds_it_in_the_log()
    {
        var listener = new Listener();
        var executor = new TestExecutor(Schema).Field("Query.one", _ => throw new InvalidOperationException("secret"));
        executor.Listeners.Add(listener);

        var response = await executor.RunAsync("{ one }");

        Assert.DoesNotContain("secret", response.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("INTERNAL", (string)response["errors"]![0]!["extensions"]!["code"]!);
        var failure = Assert.Single(listener.Failures);
        Assert.Equal("secret", failure.Exception!.Message);
        Assert.Equal((string)response["errors"]![0]!["extensions"]!["errorId"]!, failure.Extensions!["errorId"]);
    }

    [Theory]
    [InlineData("{ must }", "Cannot return null for non-nullable field Query.must.")]
    [InlineData("{ list { name } }", "Expected Iterable, but did not find one for field \"Query.list\".")]
    [InlineData("{ number }", "Int cannot represent non-integer value: \"text\"")]
    [InlineData("{ colour }", "Enum \"Colour\" cannot represent value: \"mauve\"")]
    [InlineData("{ either { __typename } }", "Abstract type \"Either\" must resolve to an Object type at runtime for field \"Query.either\", but String is none of its types.")]
    public async Task A_value_that_its_type_cannot_hold_is_a_fault_with_an_id_too(string document, string message)
    {
        var listener = new Listener();
        var executor = new TestExecutor("type Query { must: Int! number: Int colour: Colour either: Either list: [Item] } enum Colour { RED } union Either = Item type Item { name: String }")
            .Field("Query.must", _ => null)
            .Field("Query.number", _ => "text")
            .Field("Query.colour", _ => "mauve")
            .Field("Query.either", _ => "nothing")
            .Field("Query.list", _ => 1);
        executor.Listeners.Add(listener);

        var error = Assert.Single((await executor.RunAsync(document))["errors"]!.AsArray())!;

        var failure = Assert.Single(listener.Failures);
        Assert.Equal((message, "INTERNAL", (string)error["path"]![0]!), ((string)error["message"]!, (string)error["extensions"]!["code"]!, failure.Path!.ToString()));
        Assert.Equal(failure.Extensions!["errorId"], (string)error["extensions"]!["errorId"]!);
    }

    [Fact]
    public async Task A_resolver_that_only_says_why_it_refuses_has_a_code_and_is_no_fault()
    {
        var listener = new Listener();
        var executor = new TestExecutor(Schema).Field("Query.one", _ => throw new GraphQLException("Not on Sundays."));
        executor.Listeners.Add(listener);

        var error = (await executor.RunAsync("{ one }"))["errors"]![0]!;

        Assert.Equal(("Not on Sundays.", "{\"code\":\"REFUSED\"}"), ((string)error["message"]!, error["extensions"]!.ToJsonString()));
        Assert.Empty(listener.Failures);
    }

    [Fact]
    public async Task A_fault_is_told_in_full_where_details_are_wanted()
    {
        var executor = new TestExecutor(Schema).Later("Query.one", _ => throw new InvalidOperationException("secret"));
        executor.Options.IncludeExceptionDetails = true;

        var response = await executor.RunAsync("{ one }");

        Assert.Contains("secret", (string)response["errors"]![0]!["extensions"]!["exception"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scalar_that_writes_half_a_value_and_fails_leaves_nothing_behind()
    {
        var executor = new TestExecutor(Schema, builder => builder.AddType(new HalfType()))
            .Field("Query.half", context => context.ResponseName)
            .Field("Query.one", _ => "1");

        var response = await executor.RunAsync("{ one a: half b: half }");

        Assert.Equal("""{"one":"1","a":null,"b":null}""", response["data"]!.ToJsonString());
        Assert.Equal(["a", "b"], TestExecutor.ErrorPaths(response));
    }

    [Theory]
    [InlineData("half \ud83d of a pair")]
    [InlineData("\"quoted\" \\ back \u0001 \u2028 🎉 ñ")]
    public async Task Any_text_makes_a_response_that_is_JSON(string text)
    {
        var executor = new TestExecutor(Schema)
            .Field("Query.one", _ => text)
            .Field("Query.two", _ => throw new GraphQLException(text));

        var response = await executor.RunAsync("{ one two }");

        var expected = text.Replace('\ud83d', '\ufffd').Replace("\ufffd\udf89", "🎉", StringComparison.Ordinal);
        Assert.Equal(expected, (string)response["data"]!["one"]!);
        Assert.Equal(expected, (string)response["errors"]![0]!["message"]!);
    }

    [Fact]
    public async Task Nesting_beyond_what_can_be_carried_is_an_error_of_that_value()
    {
        const int Depth = 4_000;
        var fragments = string.Concat(Enumerable.Range(0, Depth).Select(level => $"fragment F{level} on Item{{item{{...F{level + 1}}}}}"));
        var executor = new TestExecutor(Schema).Field("Query.item", _ => 0).Field("Item.item", _ => 0).Field("Item.name", _ => "deep");
        executor.Options.MaxTokens = 100_000;
        executor.Options.Limits.MaxSelectionDepth = int.MaxValue;
        executor.Options.Cost.SkipAnalyzer = true;

        await using var result = await Task.Run(() => executor.StartAsync($"{{ one item {{ ...F0 }} }} {fragments} fragment F{Depth} on Item {{ name }}"));

        // Either the machine's stack carries it or the client is told; the process lives on.
        var response = Assert.IsAssignableFrom<OperationResult>(result);
        Assert.Equal(ResultKind.Executed, response.Kind);
        Assert.All(response.Errors, error => Assert.Contains("nested too deep", error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "text": "\ud83d" }""")]
    [InlineData("""{ "\udc00": 1, "text": "x" }""")]
    public async Task Variables_that_are_not_Unicode_are_refused(string variables)
    {
        var executor = new TestExecutor(Schema);
        await using var result = await executor.Executor.ExecuteAsync(new OperationRequest
        {
            Document = "query ($text: String) { take(text: $text) }"u8.ToArray(),
            Variables = JsonElement.Parse(variables),
            Services = executor.Services,
        });

        var response = (OperationResult)result;
        Assert.True(response.Kind is ResultKind.RequestError or ResultKind.Executed);
        Assert.NotNull(JsonNode.Parse(response.Body.Span));
    }

    [Fact]
    public async Task A_million_wrong_items_make_few_errors()
    {
        var executor = new TestExecutor(Schema);
        var variables = new JsonObject { ["numbers"] = new JsonArray([.. Enumerable.Range(0, 100_000).Select(_ => JsonValue.Create("x"))]) };

        var response = await executor.RunAsync("query ($numbers: [Int!]) { take(numbers: $numbers) }", variables);

        Assert.Equal(51, response["errors"]!.AsArray().Count);
    }

    [Fact]
    public void Extensions_stand_behind_data_and_errors()
    {
        var data = new ResultFragment(new ResultBuffer());
        data.Buffer.Write("{\"data\":{}"u8);

        var result = OperationResultBody.Complete(
            data,
            [new GraphQLError { Message = "m" }],
            new CostReport(new OperationCost(2, 3.5), null, 10, 20, null, 0));

        Assert.Equal("""{"data":{},"errors":[{"message":"m"}],"extensions":{"cost":{"requestedQueryCost":4,"fieldCost":2,"typeCost":3.5,"maxFieldCost":10,"maxTypeCost":20}}}""", JsonNode.Parse(result.Body.Span)!.ToJsonString());
    }

    private sealed class HalfType() : ScalarType("Half")
    {
        public override string? TryWriteValue(object value, Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteString("half", "written");
            return value is "a" ? "Half cannot represent it." : throw new InvalidOperationException("broken");
        }
    }

    private sealed class Listener : ExecutionDiagnosticEventListener
    {
        public List<GraphQLError> Failures { get; } = [];

        public override void ResolverFailed(GraphQLError failure) => Failures.Add(failure);
    }
}
