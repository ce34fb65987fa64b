using System.Text;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Tests.Conformance;

/// <summary>Tokens, errors of syntax and prints of the published cases.</summary>
public class SyntaxConformanceTests
{
    [ConformanceFact]
    public void Tokens_are_those_of_the_reference()
    {
        var cases = ConformanceFile.Cases("language").Where(item => item.TryGetProperty("tokens", out _)).ToList();
        Assert.NotEmpty(cases);
        foreach (var item in cases)
        {
            Assert.Equal(item.GetProperty("tokens").EnumerateArray().Select(DescribeExpected), Tokens(Document(item)));
        }
    }

    [ConformanceFact]
    public void Documents_are_refused_for_their_syntax_where_the_reference_refuses_them()
    {
        var failures = new List<string>();
        foreach (var item in ConformanceFile.Cases("language"))
        {
            var expected = item.GetProperty("rule").GetString() == "Syntax" ? item.GetProperty("locations")[0].ToString() : null;
            var actual = SyntaxErrorOf(Document(item));
            if (expected is null ? actual is not null : actual is null || !SamePlace(item.GetProperty("locations")[0], actual))
            {
                failures.Add($"{item.GetProperty("id")}: {Document(item)} -> {actual?.Message} {actual?.Line}:{actual?.Column}, expected {expected}");
            }
        }

        Assert.Empty(failures);
    }

    [ConformanceFact]
    public void Schema_documents_are_refused_for_their_syntax_where_the_reference_refuses_them()
    {
        foreach (var item in ConformanceFile.Cases("sdl"))
        {
            Assert.Equal(item.GetProperty("stage").GetString() == "syntax", SyntaxErrorOf(Document(item)) is not null);
        }
    }

    [ConformanceFact]
    public void Prints_are_those_of_the_reference_and_parse_to_the_same_print()
    {
        var cases = ConformanceFile.Cases("language").Where(item => item.TryGetProperty("printed", out _)).ToList();
        Assert.NotEmpty(cases);
        foreach (var item in cases)
        {
            var printed = SyntaxPrinter.Print(Utf8GraphQLParser.Parse(Document(item)));
            Assert.Equal(item.GetProperty("printed").GetString(), printed);
            Assert.Equal(printed, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(printed)));
        }
    }

    private static string Document(JsonElement item) => item.GetProperty("document").GetString()!;

    private static bool SamePlace(JsonElement location, SyntaxException error) =>
        location.GetProperty("line").GetInt32() == error.Line && location.GetProperty("column").GetInt32() == error.Column;

    private static SyntaxException? SyntaxErrorOf(string document)
    {
        try
        {
            Utf8GraphQLParser.Parse(document);
            return null;
        }
        catch (SyntaxException error)
        {
            return error;
        }
    }

    private static string DescribeExpected(JsonElement token) =>
        $"{token[0].GetString()} {token[1].GetString()} {token[2].GetInt32()}:{token[3].GetInt32()}";

    private static List<string> Tokens(string document)
    {
        var tokens = new List<string>();
        var lexer = new Utf8GraphQLLexer(Encoding.UTF8.GetBytes(document));
        do
        {
            lexer.Read();
            tokens.Add($"{lexer.Kind.Describe().Trim('"')} {lexer.Value} {lexer.Line}:{lexer.Column}");
        }
        while (lexer.Kind != TokenKind.EndOfFile);
        return tokens;
    }
}
