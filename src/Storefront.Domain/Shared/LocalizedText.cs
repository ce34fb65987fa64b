using System.Collections.Immutable;
using System.Globalization;

namespace Storefront.Domain.Shared;

/// <summary>
/// One text in several languages, by their BCP 47 tags. The first is the house's own language and what is shown to readers of a language
/// that is missing. Two are equal when they hold the same texts in the same order.
/// </summary>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    private readonly ImmutableArray<KeyValuePair<string, string>> texts;

    /// <summary>A text in the languages given, the first being the fallback.</summary>
    /// <exception cref="ArgumentException">There is no language, or one of them twice.</exception>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        this.texts = [.. texts];
        if (this.texts.IsEmpty)
        {
            throw new ArgumentException("A text needs at least one language.", nameof(texts));
        }

        if (this.texts.DistinctBy(text => text.Key, StringComparer.OrdinalIgnoreCase).Count() != this.texts.Length)
        {
            throw new ArgumentException("A text has each language once.", nameof(texts));
        }
    }

    public LocalizedText(params ReadOnlySpan<(string Language, string Text)> texts)
        : this(texts.ToArray().Select(text => KeyValuePair.Create(text.Language, text.Text)))
    {
    }

    /// <summary>The texts by language, the fallback first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts => texts;

    /// <summary>The languages it is written in, the fallback first.</summary>
    public IEnumerable<string> Languages => texts.Select(text => text.Key);

    /// <summary>
    /// The text for a reader of <paramref name="language"/>: that very language; else a text of the same language and another region
    /// (<c>pt</c> reads <c>pt-BR</c>, <c>es-UY</c> reads <c>es-CL</c>); else the first.
    /// </summary>
    public string In(string language)
    {
        var best = texts[0];
        var bestRank = 0;
        foreach (var text in texts)
        {
            var rank = Closeness(text.Key, language);
            if (rank > bestRank)
            {
                (best, bestRank) = (text, rank);
            }
        }

        return best.Value;
    }

    /// <inheritdoc cref="In(string)"/>
    public string In(CultureInfo culture) => In(culture.Name);

    public bool Equals(LocalizedText? other) => other is not null && texts.SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));

    /// <summary>The text in the house's own language.</summary>
    public override string ToString() => texts[0].Value;

    private static int Closeness(string written, string read) =>
        written.Equals(read, StringComparison.OrdinalIgnoreCase) ? 2
        : Primary(written).Equals(Primary(read), StringComparison.OrdinalIgnoreCase) ? 1
        : 0;

    private static ReadOnlySpan<char> Primary(string language)
    {
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? language : language.AsSpan(0, dash);
    }
}
