using System.Globalization;
using System.Text;

namespace Storefront.GraphQL.Language;

/// <summary>
/// Writes a syntax tree as source text in the one usual format (chapters 2 and 3): two blanks of indentation, a member a line, arguments on lines of
/// their own where a field would be longer than 80 characters. What is printed parses to an equal tree.
/// </summary>
public static class SyntaxPrinter
{
    /// <summary>Writes a node of any kind, without a line end behind it.</summary>
    public static string Print(SyntaxNode node)
    {
        var writer = new SyntaxWriter();
        writer.Write(node);
        return writer.ToString();
    }

    /// <summary>Writes a string in quotes, with what needs it escaped (section 2.9.4).</summary>
    public static string PrintString(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\u007F' and <= '\u009F') => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }
}
