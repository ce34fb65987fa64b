using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Tests.Language;

public class ParserLimitTests
{
    [Theory]
    [InlineData("{a")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    [InlineData("{...on A")]
    [InlineData("type A{a:[")]
    public void Nesting_beyond_the_limit_is_refused_without_exhausting_the_stack(string start)
    {
        var opening = start.AsSpan(start.AsSpan().LastIndexOfAny("{[")).ToString();
        var source = start + string.Concat(Enumerable.Repeat(opening, 100_000));

        var error = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse(source, ParserOptions.Trusted));

        Assert.Equal("Syntax Error: Document nests deeper than 200 levels (MaxDepth). Parsing aborted.", error.Message);
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_accepted()
    {
        var nested = $"{string.Concat(Enumerable.Repeat("{a", 200))}{new string('}', 200)}";

        Assert.Single(Utf8GraphQLParser.Parse(nested).Definitions);
        Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse($"{{a{nested}}}"));
    }

    [Fact]
    public void Tokens_beyond_the_limit_are_refused_at_the_first()
    {
        var options = new ParserOptions { MaxTokens = 4 };

        Assert.Single(Utf8GraphQLParser.Parse("{ a b } # comments are no tokens", options).Definitions);
        var error = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse("{ a b c }", options));
        Assert.Equal("Syntax Error: Document contains more than 4 tokens (MaxTokens). Parsing aborted.", error.Message);
        Assert.Equal((1, 9), (error.Line, error.Column));
    }

    [Fact]
    public void A_source_beyond_the_limit_is_refused_unread()
    {
        var options = new ParserOptions { MaxDocumentSize = 5 };

        Assert.Single(Utf8GraphQLParser.Parse("{ a }", options).Definitions);
        var error = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse("{ é }", options));
        Assert.Equal("Syntax Error: Document is larger than 5 bytes (MaxDocumentSize). Parsing aborted.", error.Message);
    }

    [Fact]
    public void Errors_quote_long_tokens_only_in_part()
    {
        var error = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse(new string('a', 10_000)));

        Assert.True(error.Message.Length < 200);
    }

    [Fact]
    public void The_default_limits_admit_a_long_honest_document()
    {
        var source = $"{{{string.Concat(Enumerable.Range(0, 10_000).Select(index => $" a{index}: b"))}}}";

        var operation = Assert.IsType<OperationDefinitionNode>(Utf8GraphQLParser.Parse(source).Definitions[0]);
        Assert.Equal(10_000, operation.SelectionSet.Selections.Count);
    }
}
