using System.Collections.Immutable;
using Storefront.Domain.Houses;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Search;

/// <summary>What of the handbook is searched as help: every question in every language.</summary>
public sealed class HelpTexts(Handbook handbook)
{
    /// <summary>Changes with the handbook.</summary>
    public string Version => handbook.Version.Hash;

    /// <summary>A page in each of the house's languages.</summary>
    public ImmutableArray<HelpText> Pages { get; } =
    [
        .. from language in handbook.Languages
           from topic in handbook.Faq
           from question in topic.Questions
           select new HelpText(language, question.Key, question.Question.In(language), MarkdownText.ToPlain(question.Answer.In(language))),
    ];
}

/// <param name="Language">One of the house's languages.</param>
/// <param name="Key">The page's, in every language the same.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its text without markup.</param>
public sealed record HelpText(string Language, string Key, string Title, string Body);
