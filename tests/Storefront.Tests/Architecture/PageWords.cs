using System.Text.RegularExpressions;

namespace Storefront.Tests.Architecture;

/// <summary>Finds words that stand in a page itself, where a reader of another language would meet them.</summary>
public static partial class PageWords
{
    /// <summary>Each run of letters that the page would show or speak as it is.</summary>
    public static IReadOnlyList<string> In(string page)
    {
        var markup = CodeBlock().Replace(RazorComment().Replace(page, ""), "");
        markup = string.Join('\n', markup.Split('\n').Where(line => !CodeLine().IsMatch(line)));

        // Expressions become a mark that is no letter; what is left between tags and in spoken attributes is written by hand.
        markup = Expression().Replace(markup, "§");
        return
        [
            .. SpokenAttribute().Matches(markup).Concat(ShownText().Matches(markup))
                .Select(match => match.Groups["text"].Value.Replace("§", "", StringComparison.Ordinal).Trim())
                .Where(text => Word().IsMatch(text)),
        ];
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"^@(?:functions\s*)?\{.*?^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^\s*(?:@(?:page|model|using|inject|inherits|namespace|addTagHelper|if|else|for|foreach|switch|while|section)\b|[{}]|(?:else|if|for|foreach|var|case|break|default|await|continue)\b)(?!.*</)")]
    private static partial Regex CodeLine();

    // An expression: @( … ), or a name with its members, calls and indexes; brackets may nest four deep.
    [GeneratedRegex("""
        @(?:await\ )?(?:
            (?<call>\((?>[^()]+|\((?>[^()]+|\((?>[^()]+|\([^()]*\))*\))*\))*\))
          | [A-Za-z_]\w*(?:\??\.[A-Za-z_]\w*|!|\[(?>[^\[\]]+|\[(?>[^\[\]]+|\[[^\[\]]*\])*\])*\]|\((?>[^()]+|\((?>[^()]+|\((?>[^()]+|\([^()]*\))*\))*\))*\))*
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\s(?:aria-label|title|placeholder|alt|label|data-label)=""(?<text>[^""]*)""")]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex(@">(?<text>[^<>{};]*\p{L}{2}[^<>{};]*)</")]
    private static partial Regex ShownText();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();
}
