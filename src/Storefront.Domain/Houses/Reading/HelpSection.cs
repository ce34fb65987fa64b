using System.Collections.Immutable;

namespace Storefront.Domain.Houses.Reading;

/// <summary>What the house helps with beside its questions, and what its people say often.</summary>
internal static class HelpSection
{
    public static ImmutableArray<HelpArticle> ReadArticles(ObjectReader document, ImmutableArray<FaqTopic> faq)
    {
        document.Declare("topic", "faq");
        var articles = document.OptionalList("articles", "helpArticle", ReadArticle);
        document.Unique("articles", "key");
        for (var index = 0; index < articles.Length; index++)
        {
            if (faq.Any(topic => topic.Questions.Any(question => question.Key == articles[index].Key)))
            {
                document.ProblemAt("articles", index, $"A question is called '{articles[index].Key}' already.", "key");
            }
        }

        return articles;
    }

    public static AutomaticAnswerPolicy ReadAutomaticAnswer(ObjectReader reader) =>
        new(reader.Integer("confidencePercent", 1, 100), reader.Integer("afterSeconds", 0, 120));

    public static AnswerTemplate ReadTemplate(ObjectReader reader) => new(reader.Key("key"), reader.Localized("name"), reader.Localized("text"));

    private static HelpArticle ReadArticle(ObjectReader reader)
    {
        var key = reader.Key("key");
        var topic = reader.Key("topic");
        reader.Refers("topic", "topic");
        return new HelpArticle(key, topic, reader.Localized("title"), reader.Localized("body"));
    }
}
