using Storefront.Domain.Tickets;

namespace Storefront.Domain.Houses.Reading;

/// <summary>How what is asked for is taken in.</summary>
internal static class IntakeSection
{
    public static IntakePolicy Read(ObjectReader reader)
    {
        var outcomes = reader.OptionalChoiceList<AnalysisOutcome>("analysisOutcomes");
        var outside = reader.OptionalList("outsideSupport", "outsideSupport", ReadOutside);
        reader.Unique("outsideSupport", "key");
        var priority = reader.OptionalObject("priority", "priorityPolicy", ReadPriority);
        var thirdParties = reader.OptionalFlag("staffWriteToThirdParties") ?? IntakePolicy.None.StaffWriteToThirdParties;
        var unknown = reader.OptionalChoice<UnknownSenderRule>("unknownSenders") ?? IntakePolicy.None.UnknownSenders;
        var most = reader.OptionalInteger("mostPerSender", 1, 1000) ?? IntakePolicy.None.MostPerSender;
        return new IntakePolicy(outcomes, outside, priority, thirdParties, unknown, most);
    }

    private static OutsideSupport ReadOutside(ObjectReader reader)
    {
        var key = reader.Key("key");
        var name = reader.Localized("name");
        var wayOn = reader.Localized("wayOn");
        var quoteKind = reader.OptionalKey("quoteKind");
        reader.Refers("quoteKind", "kind");
        return new OutsideSupport(key, name, wayOn, quoteKind);
    }

    private static PriorityPolicy ReadPriority(ObjectReader reader)
    {
        var classKey = reader.Key("class");
        reader.Refers("class", "class");
        var from = reader.Texts("fromClasses");
        reader.Refers("fromClasses", "class");
        return new PriorityPolicy(classKey, from);
    }
}
