using System.Text;

namespace Storefront.GraphQL.Language;

/// <summary>
/// Reads a source text, which is valid UTF-8, token by token (section 2.1). Commas, white space, line ends, comments and byte
/// order marks lie between tokens.
/// </summary>
public ref partial struct Utf8GraphQLLexer
{
    private readonly ReadOnlySpan<byte> source;
    private int position;
    private int currentLine = 1;

    // The column is the distance from the line's start less the bytes that UTF-8 needs beyond UTF-16's code units.
    private int lineStart;
    private int surplus;
    private bool hasEscapes;

    /// <summary>Starts before the first token.</summary>
    public Utf8GraphQLLexer(ReadOnlySpan<byte> source) => this.source = source;

    /// <summary>The kind of the current token.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>The offset of the current token's first byte.</summary>
    public int Start { get; private set; }

    /// <summary>The offset behind the current token's last byte.</summary>
    public readonly int End => position;

    /// <summary>The line of the current token, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The column of the current token, from 1, in UTF-16 code units.</summary>
    public int Column { get; private set; } = 1;

    /// <summary>The bytes of the current token as they stand in the source.</summary>
    public readonly ReadOnlySpan<byte> Raw => source[Start..position];

    /// <summary>A name or number as written, a string's value; null for punctuators and the end.</summary>
    public readonly string? Value => Kind switch
    {
        TokenKind.Name or TokenKind.Integer or TokenKind.Float => Encoding.UTF8.GetString(Raw),
        TokenKind.String => ReadStringValue(),
        TokenKind.BlockString => BlockString.Dedent(Encoding.UTF8.GetString(Raw[3..^3]).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)),
        _ => null,
    };

    /// <summary>Moves to the next token.</summary>
    /// <returns>False at the end of the source.</returns>
    /// <exception cref="SyntaxException">There is no token.</exception>
    public bool Read()
    {
        SkipIgnored();
        Start = position;
        Line = currentLine;
        Column = position - lineStart - surplus + 1;
        if (position >= source.Length)
        {
            Kind = TokenKind.EndOfFile;
            return false;
        }

        var code = source[position];
        if (IsNameStart(code))
        {
            ReadName();
            return true;
        }

        Kind = code switch
        {
            (byte)'!' => TokenKind.Bang,
            (byte)'$' => TokenKind.Dollar,
            (byte)'&' => TokenKind.Ampersand,
            (byte)'(' => TokenKind.LeftParenthesis,
            (byte)')' => TokenKind.RightParenthesis,
            (byte)':' => TokenKind.Colon,
            (byte)'=' => TokenKind.Equal,
            (byte)'@' => TokenKind.At,
            (byte)'[' => TokenKind.LeftBracket,
            (byte)']' => TokenKind.RightBracket,
            (byte)'{' => TokenKind.LeftBrace,
            (byte)'|' => TokenKind.Pipe,
            (byte)'}' => TokenKind.RightBrace,
            (byte)'.' when source[position..].StartsWith("..."u8) => TokenKind.Spread,
            (byte)'"' when source[position..].StartsWith("\"\"\""u8) => TokenKind.BlockString,
            (byte)'"' => TokenKind.String,
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => TokenKind.Integer,
            (byte)'\'' => throw Error(position, "Unexpected single quote character ('), did you mean to use a double quote (\")?"),
            _ => throw Error(position, $"Unexpected character: {DescribeCharacter(position)}."),
        };
        switch (Kind)
        {
            case TokenKind.Spread:
                position += 3;
                break;
            case TokenKind.BlockString:
                ReadBlockString();
                break;
            case TokenKind.String:
                ReadString();
                break;
            case TokenKind.Integer:
                ReadNumber();
                break;
            default:
                position++;
                break;
        }

        return true;
    }

    /// <summary>The error that points at an offset.</summary>
    internal readonly SyntaxException Error(int offset, string description)
    {
        var (line, column) = SourcePosition.Of(source, offset);
        return new SyntaxException(description, line, column);
    }

    private static bool IsNameStart(byte code) => code is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_';

    private static bool IsDigit(int code) => code is >= '0' and <= '9';

    private void ReadName()
    {
        Kind = TokenKind.Name;
        do
        {
            position++;
        }
        while (position < source.Length && (IsNameStart(source[position]) || IsDigit(source[position])));
    }

    private void SkipIgnored()
    {
        while (position < source.Length)
        {
            switch (source[position])
            {
                case (byte)' ' or (byte)'\t' or (byte)',':
                    position++;
                    break;
                case (byte)'\n':
                    position++;
                    StartLine();
                    break;
                case (byte)'\r':
                    position += CharacterAt(position + 1) == '\n' ? 2 : 1;
                    StartLine();
                    break;
                case (byte)'#':
                    var rest = source[position..];
                    var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
                    CountSurplus(length < 0 ? rest : rest[..length]);
                    position = length < 0 ? source.Length : position + length;
                    break;
                case 0xEF when source[position..].StartsWith("\uFEFF"u8):
                    position += 3;
                    surplus += 2;
                    break;
                default:
                    return;
            }
        }
    }

    private void StartLine()
    {
        currentLine++;
        lineStart = position;
        surplus = 0;
    }

    private void CountSurplus(ReadOnlySpan<byte> bytes) => surplus += bytes.Length - SourcePosition.CountCodeUnits(bytes);

    /// <summary>The byte at an offset; -1 behind the end.</summary>
    private readonly int CharacterAt(int offset) => offset < source.Length ? source[offset] : -1;

    private readonly string DescribeCharacter(int offset)
    {
        if (offset >= source.Length)
        {
            return "<EOF>";
        }

        Rune.DecodeFromUtf8(source[offset..], out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{rune}\"",
            _ => $"U+{rune.Value:X4}",
        };
    }
}
