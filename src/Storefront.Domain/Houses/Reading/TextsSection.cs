using System.Collections.Immutable;

namespace Storefront.Domain.Houses.Reading;

/// <summary>What the house says: questions, legal texts, the site's own words, status.</summary>
internal static class TextsSection
{
    public static ImmutableArray<FaqTopic> ReadFaq(ObjectReader document)
    {
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var topics = document.List("faq", "faqTopic", topic => ReadTopic(topic, firstLines));
        document.Unique("faq", "key");
        return topics;
    }

    public static LegalText ReadLegal(ObjectReader reader) => new(reader.Key("key"), reader.Localized("title"), reader.Localized("body"));

    public static HouseTexts ReadTexts(ObjectReader reader) => new(
        reader.Localized("tagline"),
        reader.Localized("heroTitle"),
        reader.Localized("heroLead"),
        reader.Localized("plansTitle"),
        reader.Localized("plansLead"),
        reader.Localized("plansNote"),
        reader.OptionalLocalized("hoursNote"),
        reader.Localized("ticketsLead"),
        reader.Localized("nobodyThere"),
        reader.Localized("footer"));

    public static HouseStatus ReadStatus(ObjectReader reader)
    {
        var components = reader.OptionalList(
            "components", "statusComponent", component => new StatusComponent(component.Key("key"), component.Localized("name")));
        reader.Unique("components", "key");
        return new(reader.Choice<HouseStatusLevel>("level"), reader.Localized("text"), reader.OptionalAddress("page"), components);
    }

    private static FaqTopic ReadTopic(ObjectReader reader, Dictionary<string, int> firstLines)
    {
        var key = reader.Key("key");
        var title = reader.Localized("title");
        var lead = reader.Localized("lead");
        var questions = reader.List("questions", "faqQuestion", question =>
            new FaqQuestion(question.Key("key"), question.Localized("question"), question.Localized("answer")));
        for (var index = 0; index < questions.Length; index++)
        {
            if (questions[index].Key.Length > 0 && !firstLines.TryAdd(questions[index].Key, reader.LineOf("questions", index)))
            {
                reader.ProblemAt("questions", index, $"The question '{questions[index].Key}' is there already, in line {firstLines[questions[index].Key]}.", "key");
            }
        }

        return new FaqTopic(key, title, lead, questions);
    }
}
