using System.Collections.Immutable;
using System.Globalization;
using Storefront.Domain.Hours;
using Storefront.Domain.Invoices;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Domain.Houses.Reading;

/// <summary>Plans, what they include and cost.</summary>
internal static class PlansSection
{
    private const int MostMinutes = 60_000;

    private static InvoiceNumbering ReadNumbering(ObjectReader reader)
    {
        var numbering = new InvoiceNumbering(reader.Key("invoicePrefix"), reader.Key("creditNotePrefix"));
        if (reader.Ok("invoicePrefix", "creditNotePrefix") && numbering.InvoicePrefix == numbering.CreditNotePrefix)
        {
            reader.Problem("creditNotePrefix", "A credit note begins otherwise than an invoice.");
        }

        return numbering;
    }

    public static BillingPolicy ReadBilling(ObjectReader reader)
    {
        var intervals = reader.ChoiceList<BillingInterval>("intervals");
        var discount = reader.Percent("annualDiscountPercent");
        if (reader.Ok("intervals", "annualDiscountPercent") && discount > 0 && !intervals.Contains(BillingInterval.Year))
        {
            reader.Problem("annualDiscountPercent", "A discount on years contradicts 'intervals', which have no YEAR.");
        }

        var (validDays, invoiceDays) = (reader.Integer("orderValidDays", 1, 365), reader.Integer("invoiceWithinBusinessDays", 1, 60));
        return new BillingPolicy(intervals, discount, validDays, invoiceDays)
        {
            Numbering = reader.OptionalObject("invoiceNumbers", "invoiceNumbers", ReadNumbering) ?? InvoiceNumbering.Default,
            Renewals = reader.OptionalObject("offlineRenewals", "offlineRenewals", RenewalSection.Read),
        };
    }

    public static Entitlement ReadEntitlement(ObjectReader reader)
    {
        var entitlement = new Entitlement(
            reader.Key("key"),
            reader.Localized("text"),
            reader.OptionalLocalized("row"),
            reader.OptionalLocalized("value"),
            reader.OptionalChoice<PlanService>("provides"));
        if (reader.Has("row") != reader.Has("value"))
        {
            reader.Problem("row", "A row of the comparison needs its 'value', and a 'value' its 'row'.");
        }

        return entitlement;
    }

    public static ImmutableArray<Plan> ReadPlans(
        ObjectReader document, BillingPolicy billing, HouseTax tax, ImmutableArray<Entitlement> entitlements)
    {
        var context = new PlanContext(billing, tax.Rate, entitlements);
        var entries = document.OptionalList("plans", "plan", reader => (Plan: ReadPlan(reader, context), Comparable: reader.Ok("rank", "monthlyMinutes")), least: 1);
        ImmutableArray<Plan> plans = [.. entries.Select(entry => entry.Plan)];
        document.Unique("plans", "key");
        document.Unique("plans", "rank");
        document.Declare("plan", "plans");
        CheckHighlighted(document, plans);
        CheckMinutesRise(document, entries);
        return plans;
    }

    /// <summary>FEN-12: a house that bills overage says at what rate, in every currency.</summary>
    public static void CheckOverage(ObjectReader document, HourPolicy? hours)
    {
        if (hours?.Overage == OveragePolicy.Bill)
        {
            document.RequireInside("plans", "prices", "overageHour", "'hours.overage' is BILL, so every price needs the rate of an hour in 'overageHour'.");
        }
    }

    /// <summary>FEN-15: a house whose queue looks at the plan says how much each weighs.</summary>
    public static void CheckPriorities(ObjectReader document, TicketPolicy? tickets)
    {
        if (tickets?.QueueOrder.Contains(QueueKey.PlanPriority) == true)
        {
            document.RequireInside("plans", null, "priority", "The queue is ordered by PLAN_PRIORITY, so every plan needs a 'priority'.");
        }
    }

    /// <summary>A house that sells plans says how hours are counted and how plans change; one that sells none has nothing to say of it.</summary>
    public static void CheckPolicies(ObjectReader document)
    {
        foreach (var policy in (ReadOnlySpan<string>)["hours", "changes"])
        {
            if (document.Has("plans") && !document.Has(policy))
            {
                document.ProblemBelow(policy, $"The property '{policy}' is missing: the house sells plans.");
            }
        }

        foreach (var needless in (ReadOnlySpan<string>)["entitlements", "hours", "changes"])
        {
            if (!document.Has("plans") && document.Has(needless))
            {
                document.Problem(needless, $"'{needless}' is about plans, and the house sells none.");
            }
        }
    }

    /// <summary>A house sells plans, packages or hours, and names no term that nothing is sold for.</summary>
    public static void CheckSomethingIsSold(ObjectReader document, BillingPolicy billing)
    {
        if (!document.Has("plans") && !document.Has("packages") && !document.Has("rateCard"))
        {
            document.ProblemBelow("plans", "The property 'plans' is missing: the house sells neither packages nor hours.");
        }

        if (document.Ok("billing") && !document.Has("plans") && billing.Intervals.Any(interval => interval != BillingInterval.Once))
        {
            document.Problem("billing", "'billing.intervals' has a month or a year, and only plans are sold for those.");
        }
    }

    private static Plan ReadPlan(ObjectReader reader, PlanContext context)
    {
        var key = reader.Key("key");
        var rank = reader.Integer("rank", 1, 100);
        var minutes = reader.Integer("monthlyMinutes", 0, MostMinutes);
        var name = reader.Localized("name");
        var description = reader.Localized("description");
        var highlighted = reader.OptionalFlag("highlighted") ?? false;
        var priority = reader.OptionalInteger("priority", 0, 100) ?? 0;
        var keys = reader.Texts("entitlements", least: 0);
        reader.Refers("entitlements", "entitlement");
        var prices = reader.List("prices", "planPrice", price => PriceSection.Read(price, context));
        reader.Unique("prices", "currency");
        if (reader.Ok("prices"))
        {
            foreach (var missing in reader.Reading.Currencies.Where(currency => prices.All(price => price.Currency != currency)))
            {
                reader.Problem("prices", $"There is no price in {missing.Code}, which the house declares.");
            }
        }

        return new Plan(
            key,
            rank,
            minutes,
            name,
            description,
            highlighted,
            priority,
            [.. context.Entitlements.Where(entitlement => keys.Contains(entitlement.Key))],
            [.. reader.Reading.Currencies.SelectMany(currency => prices.Where(price => price.Currency == currency)).SelectMany(price => price.Prices)],
            [.. prices.Select(price => price.OverageHour).OfType<Money>()]);
    }

    private static void CheckHighlighted(ObjectReader document, ImmutableArray<Plan> plans)
    {
        var first = -1;
        for (var index = 0; index < plans.Length; index++)
        {
            if (plans[index].Highlighted && first >= 0)
            {
                document.ProblemAt("plans", index, $"Only one plan is highlighted, and '{plans[first].Key}' is already.", "highlighted");
            }
            else if (plans[index].Highlighted)
            {
                first = index;
            }
        }
    }

    /// <summary>An upgrade never takes hours away: a plan of a higher rank has at least as many.</summary>
    private static void CheckMinutesRise(ObjectReader document, ImmutableArray<(Plan Plan, bool Comparable)> entries)
    {
        for (var index = 0; index < entries.Length; index++)
        {
            var (plan, comparable) = entries[index];
            var lower = entries.Where(other => other.Comparable && other.Plan.Rank < plan.Rank).Select(other => other.Plan).MaxBy(other => other.MonthlyMinutes);
            if (comparable && lower is not null && lower.MonthlyMinutes > plan.MonthlyMinutes)
            {
                var minutes = lower.MonthlyMinutes.ToString(CultureInfo.InvariantCulture);
                document.ProblemAt("plans", index, $"This plan ranks above '{lower.Key}' and has fewer minutes than its {minutes}.", "monthlyMinutes");
            }
        }
    }
}

/// <summary>What the reading of a plan looks at beside the plan itself.</summary>
internal sealed record PlanContext(BillingPolicy Billing, TaxRate Tax, ImmutableArray<Entitlement> Entitlements);
