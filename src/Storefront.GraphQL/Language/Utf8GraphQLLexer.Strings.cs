using System.Text;

namespace Storefront.GraphQL.Language;

/// <content>Strings and block strings (section 2.9.4).</content>
public ref partial struct Utf8GraphQLLexer
{
    private void ReadString()
    {
        hasEscapes = false;
        position++;
        while (true)
        {
            var length = source[position..].IndexOfAny("\"\\\r\n"u8);
            position = length < 0 ? source.Length : position + length;
            switch (CharacterAt(position))
            {
                case '"':
                    position++;
                    CountSurplus(Raw);
                    return;
                case '\\':
                    hasEscapes = true;
                    ReadEscape(ref position);
                    break;
                default:
                    throw Error(position, "Unterminated string.");
            }
        }
    }

    private readonly string ReadStringValue()
    {
        if (!hasEscapes)
        {
            return Encoding.UTF8.GetString(Raw[1..^1]);
        }

        var value = new StringBuilder(Raw.Length);
        var (at, end) = (Start + 1, position - 1);
        while (at < end)
        {
            var length = source[at..end].IndexOf((byte)'\\');
            var plain = source[at..(length < 0 ? end : at + length)];
            value.Append(Encoding.UTF8.GetString(plain));
            at += plain.Length;
            if (at < end)
            {
                value.Append(ReadEscape(ref at).ToString());
            }
        }

        return value.ToString();
    }

    /// <summary>Reads the escape sequence that begins at <paramref name="at"/> and moves behind it.</summary>
    private readonly Rune ReadEscape(ref int at)
    {
        if (CharacterAt(at + 1) == 'u')
        {
            return CharacterAt(at + 2) == '{' ? ReadEscapeInBraces(ref at) : ReadEscapeOfFourDigits(ref at);
        }

        var escaped = CharacterAt(at + 1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error(at, $"Invalid character escape sequence: \"{SourceText(at, 2)}\"."),
        };
        at += 2;
        return new Rune(escaped);
    }

    private readonly Rune ReadEscapeInBraces(ref int at)
    {
        var (point, end) = (0, at + 3);

        // The grammar sets no limit to leading zeros; a value beyond Unicode stays beyond.
        for (; HexDigit(end) is >= 0 and var digit; end++)
        {
            point = Math.Min((point * 16) + digit, 0x110000);
        }

        if (CharacterAt(end) != '}' || end == at + 3 || !Rune.IsValid(point))
        {
            throw InvalidUnicode(at, end + 1 - at);
        }

        at = end + 1;
        return new Rune(point);
    }

    private readonly Rune ReadEscapeOfFourDigits(ref int at)
    {
        var code = ReadFourDigits(at + 2);
        if (Rune.IsValid(code))
        {
            at += 6;
            return new Rune(code);
        }

        // The two halves of a surrogate pair stand for one character only together.
        if (code is >= 0xD800 and <= 0xDBFF && CharacterAt(at + 6) == '\\' && CharacterAt(at + 7) == 'u'
            && Rune.TryCreate((char)code, (char)Math.Max(0, ReadFourDigits(at + 8)), out var pair))
        {
            at += 12;
            return pair;
        }

        throw InvalidUnicode(at, 6);
    }

    /// <summary>The number that four hexadecimal digits make; -1 when one of them is none.</summary>
    private readonly int ReadFourDigits(int at)
    {
        var value = 0;
        for (var index = 0; index < 4; index++)
        {
            if (HexDigit(at + index) is not (>= 0 and var digit))
            {
                return -1;
            }

            value = (value * 16) + digit;
        }

        return value;
    }

    private readonly int HexDigit(int at) => CharacterAt(at) switch
    {
        >= '0' and <= '9' and var code => code - '0',
        >= 'A' and <= 'F' and var code => code - 'A' + 10,
        >= 'a' and <= 'f' and var code => code - 'a' + 10,
        _ => -1,
    };

    private readonly SyntaxException InvalidUnicode(int at, int length) =>
        Error(at, $"Invalid Unicode escape sequence: \"{SourceText(at, length)}\".");

    /// <summary>The source from an offset on, at most so many characters and never half of one.</summary>
    private readonly string SourceText(int at, int length)
    {
        var text = Encoding.UTF8.GetString(source[at..Math.Min(source.Length, at + Math.Min(4 * length, 96))]);
        length = Math.Min(length, text.Length);
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    private void ReadBlockString()
    {
        position += 3;
        var textStart = Start;
        while (true)
        {
            var length = source[position..].IndexOfAny("\"\\\r\n"u8);
            if (length < 0)
            {
                throw Error(source.Length, "Unterminated string.");
            }

            position += length;
            var rest = source[position..];
            switch (rest[0])
            {
                case (byte)'"' when rest.StartsWith("\"\"\""u8):
                    position += 3;
                    CountSurplus(source[textStart..position]);
                    return;
                case (byte)'\\' when rest.StartsWith("\\\"\"\""u8):
                    position += 4;
                    break;
                case (byte)'\n' or (byte)'\r':
                    position += rest.StartsWith("\r\n"u8) ? 2 : 1;
                    StartLine();
                    textStart = position;
                    break;
                default:
                    position++;
                    break;
            }
        }
    }
}
