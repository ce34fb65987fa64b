using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Storefront.GraphQL.Language;

/// <summary>
/// Parses documents, values and types (section 2 and Appendix C) by recursive descent with one token in hand. Both executable and
/// type-system documents are read; a limit of <see cref="ParserOptions"/> is refused like an error of syntax.
/// </summary>
public ref partial struct Utf8GraphQLParser
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ParserOptions options;
    private Utf8GraphQLLexer lexer;
    private int tokens;
    private int depth;
    private int lastEnd;

    private Utf8GraphQLParser(ReadOnlySpan<byte> source, ParserOptions options)
    {
        this.options = options;
        lexer = new Utf8GraphQLLexer(source);
        if (source.Length > options.MaxDocumentSize)
        {
            throw new SyntaxException(
                $"Document is larger than {options.MaxDocumentSize} bytes ({nameof(ParserOptions.MaxDocumentSize)}). Parsing aborted.", 1, 1)
            {
                Limit = (nameof(ParserOptions.MaxDocumentSize), options.MaxDocumentSize),
            };
        }

        if (!Utf8.IsValid(source))
        {
            throw InvalidUtf8(source);
        }

        Advance();
    }

    /// <summary>Parses a document.</summary>
    /// <param name="source">The source in UTF-8.</param>
    /// <param name="options">The limits; null for <see cref="ParserOptions.Default"/>.</param>
    /// <exception cref="SyntaxException">The source is no document or exceeds a limit.</exception>
    public static DocumentNode Parse(ReadOnlySpan<byte> source, ParserOptions? options = null) =>
        new Utf8GraphQLParser(source, options ?? ParserOptions.Default).ParseDocument();

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte}, ParserOptions?)"/>
    public static DocumentNode Parse(string source, ParserOptions? options = null) => Parse(Encode(source), options);

    /// <summary>Parses a value (section 2.9), for example <c>[42]</c>.</summary>
    /// <param name="source">The source in UTF-8: one value.</param>
    /// <param name="isConstant">Whether variables are refused.</param>
    /// <param name="options">The limits; null for <see cref="ParserOptions.Default"/>.</param>
    /// <exception cref="SyntaxException">The source is no value or exceeds a limit.</exception>
    public static ValueNode ParseValue(ReadOnlySpan<byte> source, bool isConstant = false, ParserOptions? options = null)
    {
        var parser = new Utf8GraphQLParser(source, options ?? ParserOptions.Default);
        var value = parser.ParseValue(isConstant);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <inheritdoc cref="ParseValue(ReadOnlySpan{byte}, bool, ParserOptions?)"/>
    public static ValueNode ParseValue(string source, bool isConstant = false, ParserOptions? options = null) =>
        ParseValue(Encode(source), isConstant, options);

    /// <summary>Parses a reference to a type (section 2.11), for example <c>[Int!]</c>.</summary>
    /// <param name="source">The source in UTF-8: one type.</param>
    /// <param name="options">The limits; null for <see cref="ParserOptions.Default"/>.</param>
    /// <exception cref="SyntaxException">The source is no type or exceeds a limit.</exception>
    public static TypeNode ParseType(ReadOnlySpan<byte> source, ParserOptions? options = null)
    {
        var parser = new Utf8GraphQLParser(source, options ?? ParserOptions.Default);
        var type = parser.ParseType();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    /// <inheritdoc cref="ParseType(ReadOnlySpan{byte}, ParserOptions?)"/>
    public static TypeNode ParseType(string source, ParserOptions? options = null) => ParseType(Encode(source), options);

    private static byte[] Encode(string source)
    {
        try
        {
            return StrictUtf8.GetBytes(source);
        }
        catch (EncoderFallbackException fault)
        {
            var (line, column) = SourcePosition.Of(Encoding.UTF8.GetBytes(source, 0, fault.Index), Encoding.UTF8.GetByteCount(source.AsSpan(0, fault.Index)));
            throw new SyntaxException($"Invalid character: U+{(int)source[fault.Index]:X4}.", line, column);
        }
    }

    private static SyntaxException InvalidUtf8(ReadOnlySpan<byte> source)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(source[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        var (line, column) = SourcePosition.Of(source, offset);
        return new SyntaxException($"Invalid UTF-8: unexpected byte 0x{source[offset]:X2}.", line, column);
    }

    private void Advance()
    {
        lastEnd = lexer.End;
        if (lexer.Read() && ++tokens > options.MaxTokens)
        {
            throw LimitError(
                $"Document contains more than {options.MaxTokens} tokens ({nameof(ParserOptions.MaxTokens)}). Parsing aborted.",
                (nameof(ParserOptions.MaxTokens), options.MaxTokens));
        }
    }

    private readonly bool Peek(TokenKind kind) => lexer.Kind == kind;

    private readonly bool PeekKeyword(ReadOnlySpan<byte> keyword) => Peek(TokenKind.Name) && lexer.Raw.SequenceEqual(keyword);

    private readonly bool PeekDescription() => lexer.Kind is TokenKind.String or TokenKind.BlockString;

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind))
        {
            throw TokenError($"Expected {kind.Describe()}, found {DescribeToken()}.");
        }
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw TokenError($"Expected \"{Encoding.UTF8.GetString(keyword)}\", found {DescribeToken()}.");
        }
    }

    private bool Skip(TokenKind kind)
    {
        if (!Peek(kind))
        {
            return false;
        }

        // There is nothing behind the end to move to.
        if (kind != TokenKind.EndOfFile)
        {
            Advance();
        }

        return true;
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!PeekKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Enters a level of nesting, which the caller leaves by <c>depth--</c>.</summary>
    private void Descend()
    {
        if (++depth > options.MaxDepth)
        {
            throw LimitError(
                $"Document nests deeper than {options.MaxDepth} levels ({nameof(ParserOptions.MaxDepth)}). Parsing aborted.",
                (nameof(ParserOptions.MaxDepth), options.MaxDepth));
        }
    }

    private readonly SyntaxException Unexpected() => TokenError($"Unexpected {DescribeToken()}.");

    /// <summary>A name that is none of those expected; characters behind it that are no token are told first.</summary>
    private SyntaxException UnexpectedName()
    {
        var unexpected = Unexpected();
        Advance();
        return unexpected;
    }

    private readonly SyntaxException TokenError(string description) => new(description, lexer.Line, lexer.Column);

    private readonly SyntaxException LimitError(string description, (string Name, int Maximum) limit) =>
        new(description, lexer.Line, lexer.Column) { Limit = limit };

    private readonly string DescribeToken()
    {
        const int longest = 100;
        var description = lexer.Kind.Describe();
        return lexer.Value switch
        {
            null => description,
            { Length: > longest } value => $"{description} \"{value[..(char.IsHighSurrogate(value[longest - 1]) ? longest - 1 : longest)]}…\"",
            var value => $"{description} \"{value}\"",
        };
    }

    private readonly Mark Here() => new(lexer.Start, lexer.Line, lexer.Column);

    private readonly Location From(Mark start) => new(start.Offset, lastEnd, start.Line, start.Column);

    /// <summary>Where a node begins.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Mark(int Offset, int Line, int Column);
}
