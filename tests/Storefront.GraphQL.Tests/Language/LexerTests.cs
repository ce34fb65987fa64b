using System.Text;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Tests.Language;

public class LexerTests
{
    [Fact]
    public void Punctuators_names_and_numbers_become_tokens()
    {
        Assert.Equal(
            ["! 1:1", "$ 1:2", "& 1:3", "( 1:4", ") 1:5", "... 1:6", ": 1:9", "= 1:10", "@ 1:11", "[ 1:12", "] 1:13", "{ 1:14", "| 1:15", "} 1:16", "Name _a1 1:18", "Int -12 1:22", "Float 1.5e+3 1:26", "<EOF> 1:32"],
            Tokens("!$&()...:=@[]{|} _a1 -12 1.5e+3"));
    }

    [Fact]
    public void Commas_comments_line_ends_and_byte_order_marks_lie_between_tokens()
    {
        Assert.Equal(["Name a 1:3", "Name b 2:2", "Name c 4:1", "<EOF> 4:2"], Tokens("\uFEFF,a # no token ,é\r\n\tb\r\nc".Replace("b\r\n", "b\n\r", StringComparison.Ordinal)));
    }

    [Fact]
    public void Columns_count_characters_as_UTF_16_does()
    {
        Assert.Equal(["String é😀 1:1", "Name a 1:7", "BlockString x\né 1:8", "Name b 2:5", "<EOF> 2:6"], Tokens("\"é😀\" a\"\"\"x\né\"\"\"b"));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a b\"", "a b")]
    [InlineData(@"""\"" \\ \/ \b \f \n \r \t""", "\" \\ / \b \f \n \r \t")]
    [InlineData(@"""\u00e9 \u{e9} \u{0001F600} \uD83D\uDE00""", "é é 😀 😀")]
    [InlineData(@"""\u{00000000041}""", "A")]
    public void Escapes_of_strings_are_resolved(string source, string value) => Assert.Equal(value, Value(source));

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"\n    a\n      b\n\n    c\n  \"\"\"", "a\n  b\n\nc")]
    [InlineData("\"\"\"  first keeps its own\n  second\"\"\"", "  first keeps its own\nsecond")]
    [InlineData("\"\"\"a\\\"\"\"b\\n\"\"\"", "a\"\"\"b\\n")]
    [InlineData("\"\"\"a\r\nb\rc\"\"\"", "a\nb\nc")]
    public void Block_strings_lose_their_common_indentation(string source, string value) => Assert.Equal(value, Value(source));

    [Theory]
    [InlineData("01", "Invalid number, unexpected digit after 0: \"1\".", 1, 2)]
    [InlineData("1.", "Invalid number, expected digit but got: <EOF>.", 1, 3)]
    [InlineData("1ex", "Invalid number, expected digit but got: \"x\".", 1, 3)]
    [InlineData("0x1", "Invalid number, expected digit but got: \"x\".", 1, 2)]
    [InlineData("1.2.3", "Invalid number, expected digit but got: \".\".", 1, 4)]
    [InlineData("..", "Unexpected character: \".\".", 1, 1)]
    [InlineData("'a'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 1)]
    [InlineData("a\n é", "Unexpected character: U+00E9.", 2, 2)]
    [InlineData("\"a\nb\"", "Unterminated string.", 1, 3)]
    [InlineData("\"\"\"a\nb", "Unterminated string.", 2, 2)]
    [InlineData(@"""\x""", "Invalid character escape sequence: \"\\x\".", 1, 2)]
    [InlineData(@"""\u12G4""", "Invalid Unicode escape sequence: \"\\u12G4\".", 1, 2)]
    [InlineData(@"""\uD83D""", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData(@"""\u{110000}""", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 2)]
    [InlineData(@"""\u{FFFFFFFFFFFF}""", "Invalid Unicode escape sequence: \"\\u{FFFFFFFFFFFF}\".", 1, 2)]
    public void What_is_no_token_is_refused_where_it_stands(string source, string message, int line, int column)
    {
        var error = Assert.Throws<SyntaxException>(() => Tokens(source));

        Assert.Equal(($"Syntax Error: {message}", line, column), (error.Message, error.Line, error.Column));
    }

    private static string? Value(string source)
    {
        var lexer = new Utf8GraphQLLexer(Encoding.UTF8.GetBytes(source));
        lexer.Read();
        return lexer.Value;
    }

    private static List<string> Tokens(string source)
    {
        var tokens = new List<string>();
        var lexer = new Utf8GraphQLLexer(Encoding.UTF8.GetBytes(source));
        do
        {
            lexer.Read();
            tokens.Add($"{lexer.Kind.Describe().Trim('"')}{(lexer.Value is { } value ? $" {value}" : string.Empty)} {lexer.Line}:{lexer.Column}");
        }
        while (lexer.Kind != TokenKind.EndOfFile);
        return tokens;
    }
}
