using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Storefront.Features.Search;
using Storefront.Features.Shared.Formatting;
using Storefront.Store;

namespace Storefront.Features.Help;

/// <summary>
/// The search engine gives the pages that have any of the question's words. How well each fits is the share of the subject's words that it
/// has, and of its title's words that the question has, the rarer a word the more.
/// </summary>
internal sealed class FullTextAdvisor(ISearchEngine engine, IDbContextFactory<StorefrontDb> contexts, HelpLibrary library) : IHelpAdvisor
{
    private const int MostWords = 40;
    private const int Candidates = 12;

    /// <summary>What a word in the text is worth beside one in the title.</summary>
    private const double InText = 0.6;

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, PageWords>> pages = new();

    public async Task<IReadOnlyList<HelpAdvice>> AdviseAsync(HelpQuestion question, int most, CancellationToken cancellationToken)
    {
        var subject = HelpWords.Of(question.Subject, MostWords);
        var all = subject.Union(HelpWords.Of(MarkdownText.ToPlain(question.Body), MostWords)).Take(MostWords).ToList();
        if (all.Count == 0)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await engine.FindHelpAsync(db, SearchText.AnyBeginning(all), question.Language, Candidates, cancellationToken);
        var known = pages.GetOrAdd(question.Language, Read);
        return
        [
            .. found.Where(known.ContainsKey)
                .Select(key => new HelpAdvice(library.Find(key)!, Confidence(known[key], subject, all, known)))
                .Where(advice => advice.Confidence > 0).OrderByDescending(advice => advice.Confidence).Take(most),
        ];
    }

    private static double Confidence(PageWords page, IReadOnlyList<string> subject, IReadOnlyList<string> all, IReadOnlyDictionary<string, PageWords> known)
    {
        // One word in common is no answer, unless the page is about little else.
        var common = all.Count(word => page.HasInTitle(word) || page.HasInText(word));
        if (common < 2 && page.Title.Count > 2)
        {
            return 0;
        }

        var asked = Share(subject, word => page.HasInTitle(word) ? 1 : page.HasInText(word) ? InText : 0);
        var answered = Share(page.Title, word => all.Any(other => HelpWords.AreOne(word, other)) ? 1 : 0);
        return (asked + answered) / 2;

        double Share(IReadOnlyList<string> words, Func<string, double> worth)
        {
            var weights = words.Select(word => (Word: word, Weight: Math.Log(1 + (known.Count / (0.5 + known.Values.Count(other => other.HasInTitle(word) || other.HasInText(word))))))).ToList();
            var sum = weights.Sum(word => word.Weight);
            return sum == 0 ? 0 : weights.Sum(word => word.Weight * worth(word.Word)) / sum;
        }
    }

    private IReadOnlyDictionary<string, PageWords> Read(string language) => library.Pages.ToDictionary(
        page => page.Key,
        page => new PageWords(HelpWords.Of(page.Title.In(language)), HelpWords.Of(MarkdownText.ToPlain(page.Body.In(language)))));

    private sealed record PageWords(IReadOnlyList<string> Title, IReadOnlyList<string> Text)
    {
        public bool HasInTitle(string word) => Title.Any(other => HelpWords.AreOne(word, other));

        public bool HasInText(string word) => Text.Any(other => HelpWords.AreOne(word, other));
    }
}
