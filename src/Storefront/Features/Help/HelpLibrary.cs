using System.Globalization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;

namespace Storefront.Features.Help;

/// <summary>The help centre: the handbook's questions and articles by topic.</summary>
public sealed class HelpLibrary(Handbook handbook)
{
    /// <summary>All pages, topic by topic, articles first.</summary>
    public IReadOnlyList<HelpPage> Pages { get; } =
    [
        .. handbook.Faq.SelectMany(topic => handbook.Articles.Where(article => article.TopicKey == topic.Key)
            .Select(article => new HelpPage(article.Key, topic, article.Title, article.Body, IsArticle: true))
            .Concat(topic.Questions.Select(question => new HelpPage(question.Key, topic, question.Question, question.Answer, IsArticle: false)))),
    ];

    public IReadOnlyList<FaqTopic> Topics => handbook.Faq;

    public IReadOnlyList<string> Languages => handbook.Languages;

    /// <summary>Changes with what it holds.</summary>
    public string Version => handbook.Version.Hash;

    /// <summary>The page of that key; null when there is none.</summary>
    public HelpPage? Find(string key) => Pages.FirstOrDefault(page => page.Key == key);

    /// <summary>The language in which somebody of that culture reads it.</summary>
    public string LanguageFor(CultureInfo culture) =>
        handbook.Languages.FirstOrDefault(language => language.Equals(culture.Name, StringComparison.OrdinalIgnoreCase))
        ?? handbook.Languages.FirstOrDefault(language => language.Split('-')[0] == culture.TwoLetterISOLanguageName)
        ?? handbook.DefaultLanguage;
}

/// <summary>A page of the help centre.</summary>
/// <param name="Key">Its name for programs and addresses.</param>
/// <param name="Topic">Where it stands.</param>
/// <param name="Title">The question, or what the article is about.</param>
/// <param name="Body">Markdown.</param>
/// <param name="IsArticle">Whether it is an article and no question.</param>
public sealed record HelpPage(string Key, FaqTopic Topic, LocalizedText Title, LocalizedText Body, bool IsArticle)
{
    /// <summary>Where it is read.</summary>
    public string Path => $"/help/{Key}";
}
