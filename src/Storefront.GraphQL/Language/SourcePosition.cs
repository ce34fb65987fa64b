using System.Text;

namespace Storefront.GraphQL.Language;

/// <summary>Finds lines and columns in a source of UTF-8.</summary>
internal static class SourcePosition
{
    /// <summary>The line and column of an offset, both from 1, the column in UTF-16 code units.</summary>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> source, int offset)
    {
        var (line, lineStart) = (1, 0);
        for (var index = 0; index < offset; index++)
        {
            // \r\n ends one line, and an offset between the two still lies on it.
            if (source[index] == '\n' || (source[index] == '\r' && !source[(index + 1)..].StartsWith("\n"u8)))
            {
                line++;
                lineStart = index + 1;
            }
        }

        return (line, CountCodeUnits(source[lineStart..offset]) + 1);
    }

    /// <summary>How many UTF-16 code units the text has.</summary>
    public static int CountCodeUnits(ReadOnlySpan<byte> bytes) => Ascii.IsValid(bytes) ? bytes.Length : Encoding.UTF8.GetCharCount(bytes);
}
