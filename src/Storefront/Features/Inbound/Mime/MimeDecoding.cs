using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Storefront.Features.Inbound.Mime;

/// <summary>Bytes of mail as text: transfer encodings, charsets that may be wrong, encoded words (RFC 2045, 2047). Nothing here throws at what came.</summary>
internal static partial class MimeDecoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a part's body, whose characters stand for bytes.</summary>
    public static byte[] Decode(string body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => FromBase64(body),
        "quoted-printable" => FromQuotedPrintable(body, underscoreIsSpace: false),
        _ => Encoding.Latin1.GetBytes(body),
    };

    /// <summary>Text in the charset that is claimed or, where it is unknown or wrong, in the likeliest.</summary>
    public static string ToText(byte[] bytes, string? charset)
    {
        var claimed = charset is null ? null : Find(charset);
        if (claimed is not null and not UTF8Encoding)
        {
            return claimed.GetString(bytes);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (Find("windows-1252") ?? Encoding.Latin1).GetString(bytes);
        }
    }

    /// <summary>A header with its encoded words read, on one line.</summary>
    public static string ToHeader(string raw)
    {
        var joined = BetweenWords().Replace(raw, "$1");
        var words = EncodedWord().Replace(joined, word =>
        {
            var (charset, kind, text) = (word.Groups[1].Value.Split('*')[0], word.Groups[2].Value, word.Groups[3].Value);
            return ToText(kind is "B" or "b" ? FromBase64(text) : FromQuotedPrintable(text, underscoreIsSpace: true), charset);
        });
        var plain = words == raw ? ToText(Encoding.Latin1.GetBytes(raw), null) : words;
        return Clean(plain).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
    }

    /// <summary>Without control characters and halves of characters, lines ended by a line feed.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static Encoding? Find(string charset)
    {
        try
        {
            var name = charset.Trim().Trim('"');

            // One that is its own escape into anything is not taken.
            return name.Equals("utf-7", StringComparison.OrdinalIgnoreCase)
                ? null
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static byte[] FromBase64(string text)
    {
        var digits = NotBase64().Replace(text, "");
        digits = digits.Length % 4 == 1 ? digits[..^1] : digits;
        var padded = digits.PadRight((digits.Length + 3) / 4 * 4, '=');
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(padded.Length)];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : [];
    }

    private static byte[] FromQuotedPrintable(string text, bool underscoreIsSpace)
    {
        var bytes = new List<byte>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '=' && index + 2 < text.Length && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                bytes.Add(code);
                index += 2;
            }
            else if (character == '=' && index + 1 < text.Length && text[index + 1] is '\r' or '\n')
            {
                index += text[index + 1] == '\r' && index + 2 < text.Length && text[index + 2] == '\n' ? 2 : 1;
            }
            else
            {
                bytes.Add(underscoreIsSpace && character == '_' ? (byte)' ' : (byte)character);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex("[^A-Za-z0-9+/]")]
    private static partial Regex NotBase64();
}
