using System.Text.Json.Nodes;

namespace Storefront.Tests.Domain.Houses;

/// <summary>One fault each: how a handbook is spoiled, where that is told, and a part of what is told.</summary>
internal sealed record HandbookFault(Action<JsonObject> Spoil, string Pointer, string Told)
{
    public static IReadOnlyDictionary<string, HandbookFault> All { get; } = new Dictionary<string, HandbookFault>
    {
        ["an unknown property"] = new(json => json["colour"] = "red", "/colour", "'colour' is not a property here"),
        ["an unknown property deep inside"] = new(json => json.At("plans/1")["rnak"] = 2, "/plans/1/rnak", "'rnak' is not a property here. There are: description"),
        ["a missing property"] = new(json => json.At("plans/2").AsObject().Remove("rank"), "/plans/2/rank", "'rank' is missing"),
        ["a missing part"] = new(json => json.Remove("meetings"), "/meetings", "'meetings' is missing"),
        ["plans without a policy of hours"] = new(json => json.Remove("hours"), "/hours", "the house sells plans"),
        ["plans without a policy of changes"] = new(json => json.Remove("changes"), "/changes", "the house sells plans"),
        ["a number where a text belongs"] = new(json => json.At("house")["name"] = 7, "/house/name", "must be a text, not a number"),
        ["a text where a number belongs"] = new(json => json.At("plans/0")["monthlyMinutes"] = "600", "/plans/0/monthlyMinutes", "must be a number, not a text"),
        ["a list where an object belongs"] = new(json => json["tax"] = new JsonArray(), "/tax", "must be an object, not a list"),
        ["an object where a list belongs"] = new(json => json["platforms"] = new JsonObject(), "/platforms", "must be a list, not an object"),
        ["null"] = new(json => json.At("house")["legalName"] = null, "/house/legalName", "must be a text, not null"),
        ["a number in a list of objects"] = new(json => json.At("faq").AsArray().Add(7), "/faq/7", "must be an object, not a number"),
        ["an empty text"] = new(json => json.At("house")["legalName"] = " ", "/house/legalName", "must say something"),
        ["a newer schema"] = new(json => json["schemaVersion"] = 2, "/schemaVersion", "from 1 to 1, not 2"),
        ["half a minute"] = new(json => json.At("plans/0")["monthlyMinutes"] = 600.5, "/plans/0/monthlyMinutes", "whole number"),
        ["negative minutes"] = new(json => json.At("plans/0")["monthlyMinutes"] = -1, "/plans/0/monthlyMinutes", "from 0 to 60000, not -1"),
        ["more percent than there is"] = new(json => json.At("hours")["rolloverPercent"] = 101, "/hours/rolloverPercent", "from 0 to 100, not 101"),
        ["a discount beyond all"] = new(json => json.At("billing")["annualDiscountPercent"] = 150, "/billing/annualDiscountPercent", "from 0 to 100"),
        ["a tax beyond all"] = new(json => json.At("tax")["ratePercent"] = 100.5, "/tax/ratePercent", "percentage from 0 to 100"),
        ["a tax too fine"] = new(json => json.At("tax")["ratePercent"] = 19.005, "/tax/ratePercent", "at most two decimals"),
        ["an unknown zone"] = new(json => json["zone"] = "America/Santiago de Chile", "/zone", "not a time zone"),
        ["an unknown currency"] = new(json => json.At("currencies").AsArray().Add("XYZ"), "/currencies/2", "'XYZ' is not a currency"),
        ["a currency twice"] = new(json => json.At("currencies").AsArray().Add("CLP"), "/currencies/2", "'CLP' is there twice"),
        ["two plans of one rank"] = new(json => json.At("plans/3")["rank"] = 3, "/plans/3/rank", "'3' is there twice"),
        ["two platforms of one key"] = new(json => json.At("platforms/1")["key"] = "vtex", "/platforms/1/key", "'vtex' is there twice"),
        ["two highlighted plans"] = new(json => json.At("plans/3")["highlighted"] = true, "/plans/3/highlighted", "'business' is already"),
        ["a higher plan with fewer hours"] = new(json => json.At("plans/3")["monthlyMinutes"] = 1300, "/plans/3/monthlyMinutes", "fewer minutes than its 2400"),
        ["an unknown entitlement"] = new(json => json.At("plans/0/entitlements").AsArray().Add("coffee"), "/plans/0/entitlements/4", "There is no entitlement 'coffee'"),
        ["a price in an undeclared currency"] = new(json => json.At("plans/0/prices").AsArray().Add(new JsonObject { ["currency"] = "EUR", ["month"] = "10" }), "/plans/0/prices/2/currency", "There is no currency 'EUR'. There are: CLP, USD"),
        ["no price in a declared currency"] = new(json => json.At("plans/0/prices").AsArray().RemoveAt(1), "/plans/0/prices", "no price in USD"),
        ["a price with decimals that its currency lacks"] = new(json => json.At("plans/0/prices/0")["month"] = "300000.5", "/plans/0/prices/0/month", "CLP, which has 0 decimals"),
        ["a price as a number"] = new(json => json.At("plans/0/prices/0")["month"] = 300000, "/plans/0/prices/0/month", "must be a text, not a number"),
        ["a negative price"] = new(json => json.At("plans/0/prices/0")["month"] = "-1", "/plans/0/prices/0/month", "of 0 or more"),
        ["a year that costs more than its months"] = new(json => json.At("plans/0/prices/0")["year"] = "3600001", "/plans/0/prices/0/year", "costs more than twelve months at 300000"),
        ["no price at all"] = new(json => json.At("plans/0/prices/0").AsObject().Remove("month"), "/plans/0/prices/0/currency", "A price needs a 'month'"),
        ["a term that is not sold"] = new(
            json =>
            {
                json.At("billing")["intervals"] = new JsonArray("MONTH");
                json.At("billing")["annualDiscountPercent"] = 0;
                json.At("plans/0/prices/0")["year"] = "3000000";
            },
            "/plans/0/prices/0/year",
            "'billing.intervals' has no YEAR"),
        ["a discount on a term that is not sold"] = new(json => json.At("billing")["intervals"] = new JsonArray("MONTH"), "/billing/annualDiscountPercent", "contradicts 'intervals'"),
        ["a reminder after the pause"] = new(
            json => json.At("billing/offlineRenewals/reminders/2")["daysAfterDue"] = 10, "/billing/offlineRenewals/reminders", "before the pause, 10 days after"),
        ["a pause within the days of grace"] = new(
            json =>
            {
                json.At("billing/offlineRenewals")["pauseDaysAfter"] = 2;
                json.At("billing/offlineRenewals").AsObject().Remove("reminders");
            },
            "/billing",
            "may be used for 3 days of grace"),
        ["a choice that there is not"] = new(json => json.At("hours")["overage"] = "IGNORE", "/hours/overage", "one of REFUSE, BILL, not 'IGNORE'"),
        ["a choice in small letters"] = new(json => json.At("changes")["downgrade"] = "end_of_paid_term", "/changes/downgrade", "END_OF_PAID_TERM"),
        ["a choice twice"] = new(json => json.At("hours/useOrder").AsArray().Add("GRANT"), "/hours/useOrder/7", "'GRANT' is there twice"),
        ["a minimum for an unknown plan"] = new(
            json => json.At("hours")["minimumMinutesPerTicket"] = new JsonArray(new JsonObject { ["plan"] = "gold", ["minutes"] = 10 }),
            "/hours/minimumMinutesPerTicket/0/plan",
            "There is no plan 'gold'. There are: essential, business, growth, enterprise."),
        ["a downgrade at the end of a term that there is not"] = new(json => json.At("changes")["downgrade"] = "END_OF_CONTRACTED_TERM", "/changes/downgrade", "contradicts 'contractedTermMonths'"),
        ["hours that end before they start"] = new(json => json.At("calendar/week/0/hours/0")["to"] = "08:00", "/calendar/week/0/hours/0/to", "08:00, which is not after 09:00"),
        ["hours that overlap"] = new(
            json => json.At("calendar/week/0/hours").AsArray().Add(new JsonObject { ["from"] = "17:00", ["to"] = "20:00" }),
            "/calendar/week/0/hours/1/from",
            "begin at 17:00, before those before them end at 18:00"),
        ["a weekday twice"] = new(
            json => json.At("calendar/week").AsArray().Add(new JsonObject
            {
                ["days"] = new JsonArray("FRIDAY"),
                ["hours"] = new JsonArray(new JsonObject { ["from"] = "20:00", ["to"] = "21:00" }),
            }),
            "/calendar/week/1/days/0",
            "FRIDAY are given already"),
        ["a time that there is not"] = new(json => json.At("calendar/week/0/hours/0")["from"] = "25:00", "/calendar/week/0/hours/0/from", "a time such as"),
        ["a date that there is not"] = new(json => json.At("calendar/holidays/0")["date"] = "2026-02-30", "/calendar/holidays/0/date", "a date such as"),
        ["a holiday out of order"] = new(json => json.At("calendar/holidays/3")["date"] = "2026-04-01", "/calendar/holidays/3/date", "comes after 2026-04-04"),
        ["a holiday twice"] = new(json => json.At("calendar/holidays/2")["date"] = "2026-04-03", "/calendar/holidays/2/date", "2026-04-03 is there twice"),
        ["a week without hours"] = new(json => json.At("calendar")["week"] = new JsonArray(), "/calendar/week", "needs at least 1"),
        ["a class that promises nothing"] = new(json => json.At("tickets/classes/3").AsObject().Remove("byCapacity"), "/tickets/classes/3/key", "'Q4' needs a target, or 'byCapacity'"),
        ["a class by capacity that promises"] = new(json => json.At("tickets/classes/0")["byCapacity"] = true, "/tickets/classes/0/byCapacity", "so it has no targets"),
        ["two classes of one rank"] = new(json => json.At("tickets/classes/1")["rank"] = 1, "/tickets/classes/1/rank", "'1' is there twice"),
        ["a promise made twice"] = new(json => json.At("tickets/classes/0/targets/1")["kind"] = "START", "/tickets/classes/0/targets/1/kind", "START is promised already"),
        ["a promise without an amount"] = new(json => json.At("tickets/classes/0/targets/0").AsObject().Remove("amount"), "/tickets/classes/0/targets/0/unit", "BUSINESS_HOURS needs an 'amount'"),
        ["an amount of a moment"] = new(json => json.At("tickets/classes/2/targets/0")["amount"] = 1, "/tickets/classes/2/targets/0/amount", "one moment"),
        ["a promise to an unknown plan"] = new(json => json.At("tickets/classes/0/targets/0")["plan"] = "gold", "/tickets/classes/0/targets/0/plan", "There is no plan 'gold'"),
        ["a proposal of an unknown class"] = new(json => json.At("tickets/proposal/3")["class"] = "Q5", "/tickets/proposal/3/class", "There is no class 'Q5'"),
        ["tickets that no rule fits"] = new(json => json.At("tickets/proposal").AsArray().RemoveAt(3), "/tickets/proposal", "No rule fits a ticket of kind"),
        ["a rule that is never reached"] = new(
            json => json.At("tickets/proposal").AsArray().Add(new JsonObject { ["kind"] = "support", ["class"] = "Q1" }),
            "/tickets/proposal/4",
            "never reached"),
        ["a queue by a weight that plans lack"] = new(
            json =>
            {
                json.At("tickets")["queueOrder"] = new JsonArray("CLASS_RANK", "PLAN_PRIORITY", "ARRIVAL");
                foreach (var plan in json.At("plans").AsArray().Skip(1))
                {
                    plan!["priority"] = 1;
                }
            },
            "/plans/0",
            "every plan needs a 'priority'"),
        ["overage billed at no rate"] = new(
            json =>
            {
                json.At("hours")["overage"] = "BILL";
                foreach (var price in json.At("plans").AsArray().SelectMany(plan => plan!["prices"]!.AsArray()).Skip(1))
                {
                    price!["overageHour"] = "50";
                }
            },
            "/plans/0/prices/0",
            "'overageHour'"),
        ["a channel for an unknown plan"] = new(json => json.At("channels/2/plans").AsArray().Add("gold"), "/channels/2/plans/2", "There is no plan 'gold'"),
        ["an offline method without instructions"] = new(json => json.At("paymentMethods/1").AsObject().Remove("instructions"), "/paymentMethods/1/kind", "needs 'instructions'"),
        ["a card with instructions"] = new(json => json.At("paymentMethods/0")["instructions"] = HandbookJson.Words("x"), "/paymentMethods/0/instructions", "confirms itself"),
        ["a Pix in pesos"] = new(json => json.At("paymentMethods/1")["pix"] = new JsonObject { ["key"] = "a@b.example", ["merchant"] = "Flunt", ["city"] = "Santiago" }, "/paymentMethods/1/pix", "in BRL and in nothing else"),
        ["a currency that nothing takes"] = new(json => json.At("paymentMethods/0/currencies").AsArray().RemoveAt(1), "/paymentMethods", "Nothing takes USD"),
        ["a text that misses a language"] = new(json => json.At("texts/footer").AsObject().Remove("pt-BR"), "/texts/footer/pt-BR", "has no text in 'pt-BR'"),
        ["a text in another language"] = new(json => json.At("texts/footer")["de"] = "Hallo", "/texts/footer/de", "'de' is not a language of this house"),
        ["a text that says nothing"] = new(json => json.At("texts/footer")["en"] = "", "/texts/footer/en", "must be a text that says something"),
        ["a question twice, under two topics"] = new(json => json.At("faq/1/questions/0")["key"] = "what-it-is", "/faq/1/questions/0/key", "'what-it-is' is there already"),
        ["an e-mail address that is none"] = new(json => json.At("house/contacts/emails/0")["address"] = "hola", "/house/contacts/emails/0/address", "an e-mail address"),
        ["an address that is none"] = new(json => json.At("status")["page"] = "status.example", "/status/page", "begins with https://"),
        ["a key with a space"] = new(json => json.At("platforms/0")["key"] = "v tex", "/platforms/0/key", "letters, digits"),
        ["an extension without its full stop"] = new(json => json.At("attachments/types/0/extensions")!.AsArray()[0] = "png", "/attachments/types/0/extensions/0", "with its full stop"),
        ["a media type that is none"] = new(json => json.At("attachments/types/0")["mediaType"] = "png", "/attachments/types/0/mediaType", "a type and a subtype"),
    };

    /// <summary>Faults whose news carries more than one line, one a case that is left open.</summary>
    public static IReadOnlySet<string> ToldPerKind { get; } = new HashSet<string> { "tickets that no rule fits" };
}
