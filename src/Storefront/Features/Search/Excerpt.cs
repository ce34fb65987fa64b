using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Storefront.Features.Tickets;

namespace Storefront.Features.Search;

/// <summary>A piece of a text around the words that were looked for.</summary>
/// <param name="Parts">In order; those that were looked for are marked.</param>
public sealed record Excerpt(IReadOnlyList<ExcerptPart> Parts)
{
    private const int Before = 60;
    private const int Length = 220;

    public bool HasHits => Parts.Any(part => part.IsHit);

    /// <summary>The text without marks.</summary>
    public string Plain => string.Concat(Parts.Select(part => part.Text));

    /// <summary>Everything encoded, what was looked for in <c>mark</c>.</summary>
    public IHtmlContent Html
    {
        get
        {
            var html = new HtmlContentBuilder();
            foreach (var part in Parts)
            {
                html = (HtmlContentBuilder)(part.IsHit ? html.AppendHtml("<mark>").Append(part.Text).AppendHtml("</mark>") : html.Append(part.Text));
            }

            return html;
        }
    }

    /// <summary>The same as <see cref="Html"/>, written out.</summary>
    public string HtmlText
    {
        get
        {
            using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
            Html.WriteTo(writer, HtmlEncoder.Default);
            return writer.ToString();
        }
    }

    /// <summary>The whole text, marked.</summary>
    public static Excerpt Whole(string text, SearchText wanted) => Cut(text, HitsIn(text, wanted), 0, text.Length);

    /// <summary>A piece of plain text around the first hit, or its beginning.</summary>
    public static Excerpt Of(string text, SearchText wanted)
    {
        var hits = HitsIn(text, wanted);
        var from = hits.Count == 0 ? 0 : WordStart(text, hits[0].Start - Before);
        return Cut(text, hits, from, Math.Min(text.Length, WordStart(text, from + Length)));
    }

    private static Excerpt Cut(string text, List<(int Start, int End)> hits, int from, int to)
    {
        to = to <= from ? text.Length : to;
        var parts = new List<ExcerptPart>();
        var at = from;
        void Add(int end, bool isHit)
        {
            if (end > at)
            {
                parts.Add(new ExcerptPart(text[at..end], isHit));
                at = end;
            }
        }

        if (from > 0)
        {
            parts.Add(new ExcerptPart("… ", IsHit: false));
        }

        foreach (var (start, end) in hits.Where(hit => hit.Start >= from && hit.End <= to))
        {
            Add(start, isHit: false);
            Add(end, isHit: true);
        }

        Add(to, isHit: false);
        if (to < text.Length)
        {
            parts.Add(new ExcerptPart("…", IsHit: false));
        }

        return new Excerpt(parts);
    }

    /// <summary>Where words that were looked for begin and end. Each word of the text is folded by itself, so that its place is known.</summary>
    private static List<(int Start, int End)> HitsIn(string text, SearchText wanted)
    {
        var hits = new List<(int, int)>();
        var start = -1;
        for (var at = 0; at <= text.Length;)
        {
            var length = 1;
            var isOfWord = at < text.Length && Rune.TryGetRuneAt(text, at, out var rune)
                && (length = rune.Utf16SequenceLength) > 0 && (SearchText.IsOfWord(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark);
            if (isOfWord && start < 0)
            {
                start = at;
            }
            else if (!isOfWord && start >= 0)
            {
                if (wanted.Matches(FoldedText.Of(text[start..at])))
                {
                    hits.Add((start, at));
                }

                start = -1;
            }

            at += length;
        }

        return hits;
    }

    private static int WordStart(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return Math.Clamp(at, 0, text.Length);
        }

        var space = text.IndexOf(' ', at);
        return space < 0 || space - at > 40 ? (char.IsLowSurrogate(text[at]) ? at + 1 : at) : space + 1;
    }
}

/// <param name="Text">As it was written.</param>
/// <param name="IsHit">Whether it was looked for.</param>
public sealed record ExcerptPart(string Text, bool IsHit);
