using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution.Limits;

public class OperationLimitTests
{
    private readonly TestExecutor executor = new("directive @tag repeatable on FIELD | QUERY | FRAGMENT_SPREAD | FRAGMENT_DEFINITION type Query { a(v: Int): Int self: Query }");

    public OperationLimitTests()
    {
        executor.Field("Query.self", _ => new { });
        executor.Field("Query.a", _ => 1);
        var limits = executor.Options.Limits;
        (limits.MaxFields, limits.MaxAliases, limits.MaxDirectives, limits.MaxSelectionDepth) = (8, 3, 4, 5);
    }

    [Theory]
    [InlineData("{ a a a a a a a a }")]
    [InlineData("{ b: a c: a d: a }")]
    [InlineData("{ self { self { self { self { a } } } } }")]
    [InlineData("query @tag { a @tag @tag ...F @tag } fragment F on Query { a }")]
    [InlineData("{ ...F ...F ...F ...F } fragment F on Query { a self { a } } fragment G on Query { a }", false)]
    [InlineData("{ ...F ...F } fragment F on Query { a self { a } }")]
    public async Task What_keeps_the_limits_is_executed(string document, bool isValid = true)
    {
        var answer = await executor.RunAsync(document);

        Assert.Equal(isValid, answer["errors"] is null);
    }

    [Theory]
    [InlineData("{ a a a a a a a a a }", "The operation has 9 fields, with its fragments expanded; at most 8 are allowed (MaxFields). Select fewer fields or split the operation.", "MaxFields", 8)]
    [InlineData("{ ...F ...F ...F } fragment F on Query { a self { a } }", "The operation has 9 fields, with its fragments expanded; at most 8 are allowed (MaxFields). Select fewer fields or split the operation.", "MaxFields", 8)]
    [InlineData("{ b: a c: a ...F } fragment F on Query { d: a e: a }", "The operation has 4 aliases; at most 3 are allowed (MaxAliases). Ask for a list instead of one field under many names, or split the operation.", "MaxAliases", 3)]
    [InlineData("query @tag { a @tag ...F @tag } fragment F on Query @tag { a @tag }", "The operation has 5 directives; at most 4 are allowed (MaxDirectives). Put a directive on a fragment instead of on each of its fields.", "MaxDirectives", 4)]
    [InlineData("{ self { ...F } } fragment F on Query { self { ...G } } fragment G on Query { self { self { self { a } } } }", "The operation has 6 levels of fields; at most 5 are allowed (MaxSelectionDepth). Ask for the inner objects in an operation of their own.", "MaxSelectionDepth", 5)]
    public async Task What_exceeds_a_limit_is_refused_with_its_name_its_value_and_what_to_do(string document, string message, string limit, int maximum)
    {
        await using var result = (OperationResult)await executor.StartAsync(document);

        var error = Assert.Single(result.Errors);
        Assert.Equal((ResultKind.LimitExceeded, "LIMIT_EXCEEDED", message), (result.Kind, error.Code, error.Message));
        Assert.Equal(limit, error.Extensions!["limit"]);
        Assert.Equal(maximum, error.Extensions["maximum"]);
        Assert.Equal(new SourceLocation(1, 1), Assert.Single(error.Locations));
    }

    [Theory]
    [InlineData("{ a a a a a }", "MaxTokens", 5, "Syntax Error: Document contains more than 5 tokens (MaxTokens). Parsing aborted. Ask for less in one document, or move values into variables.")]
    [InlineData("{ a(b: [[[1]]]) }", "MaxDepth", 2, "Syntax Error: Document nests deeper than 2 levels (MaxDepth). Parsing aborted. Nest less deeply.")]
    [InlineData("{ a # a comment is long, too, and is to be read }", "MaxDocumentSize", 30, "Syntax Error: Document is larger than 30 bytes (MaxDocumentSize). Parsing aborted. Ask for less in one document, or move values into variables.")]
    public async Task The_limits_of_the_parser_are_errors_of_the_same_kind(string document, string limit, int maximum, string message)
    {
        (executor.Options.MaxTokens, executor.Options.MaxDepth, executor.Options.MaxDocumentSize) = limit switch
        {
            "MaxTokens" => (maximum, 100, 100),
            "MaxDepth" => (100, maximum, 100),
            _ => (100, 100, maximum),
        };

        await using var result = (OperationResult)await executor.StartAsync(document);

        var error = Assert.Single(result.Errors);
        Assert.Equal((ResultKind.LimitExceeded, "LIMIT_EXCEEDED", message), (result.Kind, error.Code, error.Message));
        Assert.Equal(limit, error.Extensions!["limit"]);
        Assert.Equal(maximum, error.Extensions["maximum"]);
    }

    [Fact]
    public async Task Variables_that_are_too_large_are_refused_before_they_are_coerced()
    {
        executor.Options.MaxVariablesSize = 20;

        await using var result = (OperationResult)await executor.StartAsync("query ($v: Int) { a(v: $v) }", System.Text.Json.Nodes.JsonNode.Parse("{\"v\":\"01234567890123\"}"));

        Assert.Equal(
            "The variables take 22 bytes; at most 20 are allowed (MaxVariablesSize). Send less in one request.",
            Assert.Single(result.Errors).Message);
    }

    [Fact]
    public async Task A_fragment_that_spreads_itself_is_left_to_validation()
    {
        var answer = await executor.RunAsync("{ ...F } fragment F on Query { a ...G } fragment G on Query { ...F }");

        Assert.StartsWith("Cannot spread fragment", answer["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
