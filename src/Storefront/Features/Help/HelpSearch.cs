using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Features.Search;
using Storefront.Features.Shared.Formatting;
using Storefront.Store;

namespace Storefront.Features.Help;

/// <summary>Finds pages of the help centre in the reader's language.</summary>
public sealed class HelpSearch(ISearchEngine engine, IDbContextFactory<StorefrontDb> contexts, HelpLibrary library, IHelpAdvisor advisor)
{
    internal const int MostLetters = 2000;

    private const double LeastConfidence = 0.2;

    /// <summary>Pages with all the words, what fits best first; else those that come near.</summary>
    public async Task<IReadOnlyList<HelpFound>> FindAsync(string? typed, CultureInfo culture, int most, CancellationToken cancellationToken)
    {
        var text = SearchText.Parse(typed);
        if (text.IsEmpty)
        {
            return [];
        }

        var language = library.LanguageFor(culture);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await engine.FindHelpAsync(db, text, language, most, cancellationToken);
        var pages = keys.Select(library.Find).OfType<HelpPage>().ToList();
        if (pages.Count == 0)
        {
            var near = await advisor.AdviseAsync(new HelpQuestion(string.Join(' ', text.Terms.SelectMany(term => term.Words)), "", language), most, cancellationToken);
            pages = [.. near.Where(advice => advice.Confidence >= LeastConfidence).Select(advice => advice.Page)];
        }

        return [.. pages.Select(page => new HelpFound(page, Excerpt.Whole(page.Title.In(language), text), Excerpt.Of(MarkdownText.ToPlain(page.Body.In(language)), text)))];
    }

    /// <summary>What may answer a ticket that is being written.</summary>
    public async Task<IReadOnlyList<HelpPage>> SuggestAsync(string? subject, string? body, CultureInfo culture, int most, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(subject)
            ? []
            : [
                .. (await advisor.AdviseAsync(new HelpQuestion(ShortText.Begin(subject, MostLetters), ShortText.Begin(body ?? "", MostLetters), library.LanguageFor(culture)), most, cancellationToken))
                    .Where(advice => advice.Confidence >= LeastConfidence).Select(advice => advice.Page),
            ];
}

/// <summary>A page that was found.</summary>
/// <param name="Page">The page.</param>
/// <param name="Title">Its title, marked.</param>
/// <param name="Excerpt">A piece of its text, marked.</param>
public sealed record HelpFound(HelpPage Page, Excerpt Title, Excerpt Excerpt);
