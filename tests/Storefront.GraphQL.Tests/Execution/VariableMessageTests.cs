using System.Text.Json.Nodes;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution;

/// <summary>How a variable's value stands in a message: as graphql-js 16 writes it.</summary>
public class VariableMessageTests
{
    private const string Schema = """
        type Query { found(box: Box, size: Size): Int }
        input Box { width: Int }
        enum Size { BIG SMALL }
        """;

    [Theory]
    [InlineData("""{"nope":1}""", "{ nope: 1 }")]
    [InlineData("""{"nope":{}}""", "{ nope: {} }")]
    [InlineData("""{"nope":[]}""", "{ nope: [] }")]
    [InlineData("""{"nope":{"b":{"c":{"d":1}}}}""", "{ nope: { b: [Object] } }")]
    [InlineData("""{"nope":{"b":[1,[2]]}}""", "{ nope: { b: [Array] } }")]
    [InlineData("""{"nope":[0,1,2,3,4,5,6,7,8,9,10]}""", "{ nope: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 1 more item] }")]
    [InlineData("""{"nope":[0,1,2,3,4,5,6,7,8,9,10,11]}""", "{ nope: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 2 more items] }")]
    [InlineData("""{"nope":"a\"b"}""", "{ nope: \"a\\\"b\" }")]
    public async Task An_object_is_shown_two_levels_deep_and_ten_items_long(string value, string shown)
    {
        var response = await new TestExecutor(Schema).RunAsync(
            "query ($box: Box) { found(box: $box) }", new JsonObject { ["box"] = JsonNode.Parse(value) });

        Assert.Equal(
            $"Variable \"$box\" got invalid value {shown}; Field \"nope\" is not defined by type \"Box\".",
            (string)response["errors"]![0]!["message"]!);
    }

    [Fact]
    public async Task What_is_long_is_cut()
    {
        var response = await new TestExecutor(Schema).RunAsync(
            "query ($size: Size) { found(size: $size) }", new JsonObject { ["size"] = new JsonArray([.. Enumerable.Range(0, 10).Select(_ => JsonValue.Create(new string('x', 10_000)))]) });

        Assert.InRange(((string)response["errors"]![0]!["message"]!).Length, 1, 1_000);
    }
}
