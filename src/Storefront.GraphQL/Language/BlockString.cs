namespace Storefront.GraphQL.Language;

/// <summary>The value of a block string and its way back (section 2.9.4).</summary>
internal static class BlockString
{
    /// <summary>
    /// Removes the indentation common to all lines but the first, and blank lines at both ends; lines are then separated by
    /// <c>\n</c>.
    /// </summary>
    public static string Dedent(string raw)
    {
        var lines = raw.ReplaceLineEndingsOfGraphQL().Split('\n');
        var (commonIndent, first, last) = (int.MaxValue, -1, -1);
        for (var index = 0; index < lines.Length; index++)
        {
            var indent = CountLeadingWhiteSpace(lines[index]);
            if (indent == lines[index].Length)
            {
                continue;
            }

            first = first < 0 ? index : first;
            last = index;
            if (index > 0)
            {
                commonIndent = Math.Min(commonIndent, indent);
            }
        }

        if (first < 0)
        {
            return string.Empty;
        }

        for (var index = Math.Max(1, first); index <= last; index++)
        {
            lines[index] = lines[index][Math.Min(commonIndent, lines[index].Length)..];
        }

        return string.Join('\n', lines[first..(last + 1)]);
    }

    /// <summary>
    /// Whether the value survives being written as a block string and read again: no control characters, no carriage returns, no
    /// blank line at an end, no indentation common to all lines.
    /// </summary>
    public static bool CanPrint(string value)
    {
        var lines = value.Split('\n');
        return value.Length == 0
            || (!value.AsSpan().ContainsAnyInRange('\u0000', '\u0008')
                && !value.AsSpan().ContainsAnyInRange('\u000B', '\u000F')
                && !IsBlank(lines[0]) && !IsBlank(lines[^1])
                && (lines.Length == 1 || !lines.All(line => IsBlank(line) || CountLeadingWhiteSpace(line) > 0)));
    }

    /// <summary>Writes the value as a block string, on lines of its own where that reads better.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.ReplaceLineEndingsOfGraphQL().Split('\n');
        var isSingleLine = lines.Length == 1;

        // Indentation common to the following lines would be lost, were the first line not one of them.
        var mustStartOnNewLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsWithTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var mustEndOnNewLine = (value.EndsWith('"') && !endsWithTripleQuotes) || value.EndsWith('\\');
        var onItsOwnLines = !isSingleLine || value.Length > 70 || mustEndOnNewLine || mustStartOnNewLine || endsWithTripleQuotes;
        var keepsLeadingWhiteSpace = isSingleLine && value is [' ' or '\t', ..];
        var start = (onItsOwnLines && !keepsLeadingWhiteSpace) || mustStartOnNewLine ? "\n" : string.Empty;
        var end = onItsOwnLines ? "\n" : string.Empty;
        return $"\"\"\"{start}{escaped}{end}\"\"\"";
    }

    private static int CountLeadingWhiteSpace(string line) => line.Length - line.AsSpan().TrimStart(" \t").Length;

    private static bool IsBlank(string line) => CountLeadingWhiteSpace(line) == line.Length;

    // string.ReplaceLineEndings also takes form feeds and Unicode's separators, which are no line ends in GraphQL.
    private static string ReplaceLineEndingsOfGraphQL(this string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
}
