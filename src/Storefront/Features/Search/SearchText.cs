using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Storefront.Features.Tickets;

namespace Storefront.Features.Search;

/// <summary>
/// What somebody looks for, as words without capitals and accents. Whatever was typed, only letters and digits are left of it, so that
/// no engine meets an operator of its own.
/// </summary>
/// <param name="Terms">What has to be found: all of it, or any where <paramref name="MatchesAny"/>; empty when nothing was asked for.</param>
/// <param name="MatchesAny">Whether one term is enough.</param>
public sealed record SearchText(ImmutableArray<SearchTerm> Terms, bool MatchesAny = false)
{
    /// <summary>More characters than this are not read.</summary>
    public const int MostCharacters = 200;

    private const int MostTerms = 12;

    private const int LeastPrefix = 2;

    /// <summary>Whether nothing is left to look for.</summary>
    public bool IsEmpty => Terms.IsEmpty;

    /// <summary>Words, of which the last may be unfinished, and phrases in quotation marks, of which the last may be left open.</summary>
    public static SearchText Parse(string? typed)
    {
        var text = typed is { Length: > MostCharacters } ? typed[..MostCharacters] : typed ?? "";
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        var pieces = text.Split('"', '“', '”', '„', '«', '»');
        for (var index = 0; index < pieces.Length; index++)
        {
            var words = WordsOf(pieces[index]);
            if (index % 2 == 1 && words.Length > 0)
            {
                terms.Add(new SearchTerm(words));
            }
            else
            {
                terms.AddRange(words.Select(word => new SearchTerm([word])));
            }
        }

        // What stands after the last quotation mark may be a word that is still being typed.
        if (terms.Count > 0 && pieces.Length % 2 == 1 && terms[^1] is { Words: [{ Length: >= LeastPrefix }] } last && WordsOf(pieces[^1]).Length > 0)
        {
            terms[^1] = last with { IsPrefix = true };
        }

        return new SearchText([.. terms.Distinct().Take(MostTerms)]);
    }

    /// <summary>Beginnings of words, of which one is enough.</summary>
    public static SearchText AnyBeginning(IEnumerable<string> beginnings) =>
        new([.. beginnings.Distinct().Select(word => new SearchTerm([word], IsPrefix: true))], MatchesAny: true);

    /// <summary>Whether a word of a text, folded, is one that was looked for.</summary>
    public bool Matches(string word)
    {
        foreach (var term in Terms)
        {
            for (var index = 0; index < term.Words.Length; index++)
            {
                if (term.IsPrefix && index == term.Words.Length - 1
                    ? word.StartsWith(term.Words[index], StringComparison.Ordinal)
                    : word.Equals(term.Words[index], StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The words of a text, folded: its runs of letters and digits.</summary>
    public static ImmutableArray<string> WordsOf(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var rune in FoldedText.Of(text).EnumerateRunes())
        {
            if (IsOfWord(rune))
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words.ToImmutable();
    }

    internal static bool IsOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}

/// <summary>A word, or a phrase.</summary>
/// <param name="Words">The words that follow one another; at least one.</param>
/// <param name="IsPrefix">Whether the last one is a beginning.</param>
public sealed record SearchTerm(ImmutableArray<string> Words, bool IsPrefix = false)
{
    public bool Equals(SearchTerm? other) => other is not null && IsPrefix == other.IsPrefix && Words.SequenceEqual(other.Words, StringComparer.Ordinal);

    public override int GetHashCode() => Words.Aggregate(IsPrefix.GetHashCode(), HashCode.Combine);
}
