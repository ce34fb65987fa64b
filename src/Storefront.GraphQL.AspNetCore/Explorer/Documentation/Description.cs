using System.Text.RegularExpressions;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>
/// Writes descriptions: of Markdown the paragraphs, lists, code, emphasis and links, which is what descriptions use. Code that names a type leads to it.
/// </summary>
internal sealed partial class Description(Schema schema, ExplorerAddresses addresses)
{
    /// <summary>The whole text in blocks; nothing when there is none.</summary>
    public Html Whole(string? text) => text is null
        ? Html.Empty
        : Html.Join(string.Empty, ParagraphBreak().Split(text.Trim()).Select(Block));

    /// <summary>The first sentence in one line.</summary>
    public Html Brief(string? text)
    {
        var line = (text ?? string.Empty).ReplaceLineEndings(" ").Trim();
        var end = SentenceEnd().Match(line);
        return Inline(end.Success ? line[..(end.Index + 1)] : line);
    }

    private Html Block(string paragraph)
    {
        var lines = paragraph.Split('\n', StringSplitOptions.TrimEntries);
        if (!lines.All(line => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal)))
        {
            return $"<p>{Inline(string.Join(' ', lines))}</p>";
        }

        return $"<ul>{lines.Select(line => (Html)$"<li>{Inline(line[2..])}</li>")}</ul>";
    }

    private Html Inline(string text)
    {
        var parts = new List<Html>();
        var from = 0;
        foreach (Match match in Span().Matches(text))
        {
            parts.Add($"{text[from..match.Index]}");
            parts.Add(Write(match));
            from = match.Index + match.Length;
        }

        parts.Add($"{text[from..]}");
        return Html.Join(string.Empty, parts);
    }

    private Html Write(Match match)
    {
        string? Part(string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;
        if (Part("code") is { } code)
        {
            return Code(code);
        }

        if (Part("strong") is { } strong)
        {
            return $"<strong>{strong}</strong>";
        }

        return Part("emphasis") is { } emphasis
            ? (Html)$"<em>{emphasis}</em>"
            : (Html)$"""<a href="{Part("address")}" rel="noreferrer">{Part("text")}</a>""";
    }

    private Html Code(string code)
    {
        Html text = $"<code>{code}</code>";
        return schema.TryGetType(code, out var type) && !type.IsSpecified ? $"""<a href="{addresses.Of(type)}">{text}</a>""" : text;
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex ParagraphBreak();

    [GeneratedRegex(@"[.!?](?=\s+\p{Lu})")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|(?<!\w)_(?<emphasis>[^_]+)_(?!\w)|\[(?<text>[^\]]+)\]\((?<address>https?://[^)\s]+)\)")]
    private static partial Regex Span();
}
