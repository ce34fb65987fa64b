using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Storefront.Features.Inbound.Mime;

/// <summary>What a person would read of HTML, as plain text: no tags, no scripts, no hidden parts; quotes begin with a greater-than sign.</summary>
internal static partial class HtmlText
{
    private const int MostCharacters = 2_000_000;

    private static readonly HashSet<string> Unread = ["script", "style", "head", "title", "noscript", "template", "svg", "object", "iframe"];

    private static readonly HashSet<string> Blocks =
        ["p", "div", "br", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section", "article", "header", "footer"];

    public static string Of(string html)
    {
        var text = new StringBuilder();
        var (at, quotes) = (0, 0);
        var source = html.Length > MostCharacters ? html[..MostCharacters] : html;
        while (at < source.Length)
        {
            var open = source.IndexOf('<', at);
            Write(text, source[at..(open < 0 ? source.Length : open)], quotes);
            if (open < 0)
            {
                break;
            }

            if (source.AsSpan(open).StartsWith("<!--"))
            {
                var comment = source.IndexOf("-->", open, StringComparison.Ordinal);
                at = comment < 0 ? source.Length : comment + 3;
                continue;
            }

            var close = source.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            var tag = source[(open + 1)..close];
            var name = TagName().Match(tag).Value.ToLowerInvariant();
            var isEnd = name.StartsWith('/');
            name = name.TrimStart('/');
            at = close + 1;
            if (Unread.Contains(name) && !isEnd && !tag.EndsWith('/'))
            {
                var end = source.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? source.Length : end;
                continue;
            }

            quotes = name == "blockquote" ? Math.Clamp(quotes + (isEnd ? -1 : 1), 0, 5) : quotes;
            if (Blocks.Contains(name))
            {
                Break(text, name == "li" && !isEnd ? "- " : "", name == "p");
            }
        }

        return Gaps().Replace(text.ToString().Trim(), "\n\n");
    }

    private static void Write(StringBuilder text, string raw, int quotes)
    {
        var words = Blanks().Replace(WebUtility.HtmlDecode(raw), " ");
        if (text.Length == 0 || text[^1] == '\n')
        {
            words = words.TrimStart();
            if (words.Length > 0 && quotes > 0)
            {
                text.Append('>', quotes).Append(' ');
            }
        }

        text.Append(words);
    }

    private static void Break(StringBuilder text, string begin, bool isParagraph)
    {
        if (text.Length > 0)
        {
            text.Append(isParagraph ? "\n\n" : "\n");
        }

        text.Append(begin);
    }

    [GeneratedRegex("^/?[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex TagName();

    [GeneratedRegex(@"[\s\u00A0\u200B]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n\s*\n\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Gaps();
}
