using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Domain.Houses.Reading;

/// <summary>The document's own properties, in the order that lets later parts refer to earlier ones.</summary>
internal static class HandbookDocument
{
    public static Handbook Read(ObjectReader document, LocatedJson json)
    {
        document.Ignore("$schema", "text");
        var schemaVersion = document.Integer("schemaVersion", HandbookLoader.SchemaVersion, HandbookLoader.SchemaVersion);
        var languages = ReadLanguages(document);
        var currencies = ReadCurrencies(document);
        var zone = ReadZone(document);
        var tax = document.Object("tax", "tax", HouseSection.ReadTax);
        var (calendar, holidays) = document.Object("calendar", "calendar", reader => CalendarSection.Read(reader, zone));
        var billing = document.Object("billing", "billing", PlansSection.ReadBilling);
        var entitlements = document.OptionalList("entitlements", "entitlement", PlansSection.ReadEntitlement);
        document.Unique("entitlements", "key");
        document.Declare("entitlement", "entitlements");
        var plans = PlansSection.ReadPlans(document, billing, tax, entitlements);
        var hours = document.OptionalObject("hours", "hourPolicy", PolicySection.ReadHours);
        PlansSection.CheckOverage(document, hours);
        RenewalSection.Check(document, billing, hours);
        var changes = document.OptionalObject("changes", "changePolicy", PolicySection.ReadChanges);
        PlansSection.CheckPolicies(document);
        var loyalty = document.OptionalObject("loyalty", "loyaltyPolicy", LoyaltySection.Read);
        var rateCard = document.OptionalObject("rateCard", "rateCard", RateCardSection.Read);
        var attachments = document.Object("attachments", "attachmentPolicy", PolicySection.ReadAttachments);
        var tickets = document.Object("tickets", "ticketPolicy", reader => TicketsSection.Read(reader, attachments));
        PlansSection.CheckPriorities(document, tickets);
        var intake = document.OptionalObject("intake", "intakePolicy", IntakeSection.Read);
        var house = document.Object("house", "house", HouseSection.Read);
        var addOns = document.OptionalList("addOns", "addOn", TicketsSection.ReadAddOn, least: 1);
        document.Unique("addOns", "key");
        var quotes = document.Object("quotes", "quotePolicy", PolicySection.ReadQuotes);
        var meetings = document.Object("meetings", "meetingPolicy", PolicySection.ReadMeetings);
        var platforms = document.List("platforms", "platform", WaysSection.ReadPlatform);
        document.Unique("platforms", "key");
        document.Declare("platform", "platforms");
        var projects = ProjectsSection.Read(document);
        var packages = PackagesSection.Read(document, billing, tax);
        if (document.Ok("projects", "packages"))
        {
            TemplateCheck.CheckBalance(document, projects, packages);
        }

        PlansSection.CheckSomethingIsSold(document, billing);
        var channels = document.List("channels", "channel", WaysSection.ReadChannel);
        document.Unique("channels", "key");
        var methods = document.List("paymentMethods", "paymentMethod", WaysSection.ReadPaymentMethod);
        document.Unique("paymentMethods", "key");
        WaysSection.CheckEveryCurrencyCanBePaid(document, methods);
        var faq = TextsSection.ReadFaq(document);
        var articles = HelpSection.ReadArticles(document, faq);
        var automaticAnswer = document.OptionalObject("automaticAnswer", "automaticAnswer", HelpSection.ReadAutomaticAnswer);
        var templates = document.OptionalList("templates", "answerTemplate", HelpSection.ReadTemplate);
        document.Unique("templates", "key");
        var legal = document.List("legal", "legalText", TextsSection.ReadLegal);
        document.Unique("legal", "key");
        var texts = document.Object("texts", "houseTexts", TextsSection.ReadTexts);
        var status = document.Object("status", "status", TextsSection.ReadStatus);

        return document.Build(() =>
        {
            var canonical = CanonicalJson.Write(json);
            return new Handbook
            {
                Version = new HandbookVersion(CanonicalJson.Hash(canonical), schemaVersion),
                CanonicalJson = canonical,
                House = house,
                Languages = languages,
                Currencies = currencies,
                Tax = tax,
                Zone = zone!,
                Calendar = calendar,
                Holidays = holidays,
                Plans = new PlanCatalogue(plans),
                Packages = packages,
                Projects = projects,
                Billing = billing,
                Hours = hours ?? PolicySection.NoHours,
                Changes = changes ?? PolicySection.NoChanges,
                Loyalty = loyalty,
                RateCard = rateCard,
                Tickets = tickets,
                Intake = intake ?? IntakePolicy.None,
                AddOns = addOns,
                Attachments = attachments,
                Quotes = quotes,
                Meetings = meetings,
                Platforms = platforms,
                Channels = channels,
                PaymentMethods = methods,
                Faq = faq,
                Articles = articles,
                AutomaticAnswer = automaticAnswer,
                Templates = templates,
                Legal = legal,
                Texts = texts,
                Status = status,
            };
        });
    }

    private static ImmutableArray<string> ReadLanguages(ObjectReader document)
    {
        var languages = document.Texts("languages");
        document.Declare("language", "languages");
        for (var index = 0; index < languages.Length; index++)
        {
            if (languages[index].Length > 0 && !IsLanguage(languages[index]))
            {
                document.ProblemAt("languages", index, $"'{languages[index]}' is not a language tag that is known, such as 'es-CL' or 'en'.");
            }
        }

        return document.Reading.Languages = [.. languages.Where(language => language.Length > 0)];
    }

    private static bool IsLanguage(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name == tag;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static ImmutableArray<Currency> ReadCurrencies(ObjectReader document)
    {
        var currencies = ImmutableArray.CreateBuilder<Currency>();
        var codes = document.Texts("currencies");
        document.Declare("currency", "currencies");
        for (var index = 0; index < codes.Length; index++)
        {
            if (Currency.TryParse(codes[index], out var currency))
            {
                currencies.Add(currency);
            }
            else if (codes[index].Length > 0)
            {
                document.ProblemAt("currencies", index, $"'{codes[index]}' is not a currency of ISO 4217 that is known, such as 'CLP'.");
            }
        }

        return document.Reading.Currencies = currencies.ToImmutable();
    }

    private static DateTimeZone? ReadZone(ObjectReader document)
    {
        var id = document.Text("zone");
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (document.Ok("zone") && zone is null)
        {
            document.Problem("zone", $"'{id}' is not a time zone of the tz database, such as 'America/Santiago'.");
        }

        return zone;
    }
}
