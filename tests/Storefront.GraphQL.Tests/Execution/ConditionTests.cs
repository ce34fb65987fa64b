using System.Text.Json.Nodes;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution;

/// <summary><c>@skip</c> and <c>@include</c> (sections 3.13.1 and 3.13.2) with variables that have defaults and are null all the same.</summary>
public class ConditionTests
{
    private const string Schema = """
        type Query { item: Item must: Item! text: String }
        type Item { id: Int child: Item }
        type Mutation { change: Int }
        """;

    private static readonly object Item = new Dictionary<string, object?> { ["id"] = 1 };

    private static readonly JsonObject Null = new() { ["if"] = null };

    [Theory]
    [InlineData("query ($if: Boolean = false) { text id: text @skip(if: $if) }", "1:56")]
    [InlineData("query ($if: Boolean = true) { text ...F @include(if: $if) } fragment F on Query { text }", "1:54")]
    [InlineData("mutation ($if: Boolean = true) { change again: change @include(if: $if) }", "1:68")]
    public async Task Null_where_a_root_s_fields_depend_on_it_leaves_no_data(string document, string place)
    {
        var executor = Executor().Field("Mutation.change", _ => throw new InvalidOperationException("Nothing may run."));

        var response = await executor.RunAsync(document, Null.DeepClone());

        Assert.True(response.AsObject().ContainsKey("data"));
        Assert.Null(response["data"]);
        var error = Assert.Single(response["errors"]!.AsArray())!;
        Assert.Equal("Argument \"if\" of non-null type \"Boolean!\" must not be null.", error["message"]!.GetValue<string>());
        Assert.Null(error["path"]);
        Assert.Equal(place, $"{error["locations"]![0]!["line"]}:{error["locations"]![0]!["column"]}");
    }

    [Fact]
    public async Task Null_makes_the_object_null_whose_fields_depend_on_it()
    {
        var response = await Executor().RunAsync("query ($if: Boolean = true) { text item { id child { id @include(if: $if) } } }", Null.DeepClone());

        Assert.Equal("""{"text":"t","item":{"id":1,"child":null}}""", response["data"]!.ToJsonString());
        Assert.Equal(["item.child"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task Null_goes_outwards_where_the_object_must_be()
    {
        var response = await Executor().RunAsync("query ($if: Boolean = true) { text must { id @skip(if: $if) } }", Null.DeepClone());

        Assert.Null(response["data"]);
        Assert.Equal(["must"], TestExecutor.ErrorPaths(response));
    }

    [Theory]
    [InlineData("query ($if: Boolean = true) { text item @include(if: false) { id @include(if: $if) } }")]
    [InlineData("query ($if: Boolean = true) { text more: text @include(if: $if) @skip(if: true) }")]
    [InlineData("query ($if: Boolean = true) { text ... @skip(if: true) { more: text @include(if: $if) } }")]
    public async Task Null_where_nothing_asks_for_it_is_no_error(string document)
    {
        var response = await Executor().RunAsync(document, Null.DeepClone());

        Assert.Equal("""{"data":{"text":"t"}}""", response.ToJsonString());
    }

    [Fact]
    public async Task A_resolver_that_asks_what_is_selected_below_it_does_not_fail_for_it()
    {
        var executor = Executor().Field("Query.item", context => context.IsSelected("id") ? Item : null);

        var response = await executor.RunAsync("query ($if: Boolean = true) { text item { id @include(if: $if) } }", Null.DeepClone());

        Assert.Equal("""{"data":{"text":"t","item":null}}""", response.ToJsonString());
    }

    [Fact]
    public async Task The_same_document_with_other_values_is_not_touched_by_it()
    {
        var executor = Executor();
        const string document = "query ($if: Boolean = true) { text @include(if: $if) item { id @include(if: $if) } }";

        Assert.NotNull((await executor.RunAsync(document, Null.DeepClone()))["errors"]);
        Assert.Equal("""{"text":"t","item":{"id":1}}""", (await executor.RunAsync(document))["data"]!.ToJsonString());
        Assert.Equal("""{"item":{}}""", (await executor.RunAsync(document, new JsonObject { ["if"] = false }))["data"]!.ToJsonString());
    }

    private static TestExecutor Executor() => new TestExecutor(Schema)
        .Field("Query.text", _ => "t")
        .Field("Query.item", _ => Item)
        .Field("Query.must", _ => Item)
        .Field("Item.child", _ => Item);
}
