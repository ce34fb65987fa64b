using System.Collections.Immutable;
using Storefront.Features.Help;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Search;

/// <summary>What is searched as help: every page of the help centre in every language.</summary>
public sealed class HelpIndexTexts(HelpLibrary library)
{
    /// <summary>Changes with the handbook.</summary>
    public string Version => library.Version;

    /// <summary>A page in each of the house's languages.</summary>
    public ImmutableArray<HelpIndexText> Pages { get; } =
    [
        .. from language in library.Languages
           from page in library.Pages
           select new HelpIndexText(language, page.Key, page.Title.In(language), MarkdownText.ToPlain(page.Body.In(language))),
    ];
}

/// <param name="Language">One of the house's languages.</param>
/// <param name="Key">The page's, in every language the same.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its text without markup.</param>
public sealed record HelpIndexText(string Language, string Key, string Title, string Body);
