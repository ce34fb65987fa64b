using NodaTime;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <content>Another plan or interval.</content>
internal sealed partial class NaiveHouse
{
    /// <summary>What it comes to, and does it; null for a plan that is not sold so.</summary>
    public NaiveChange Change(NaivePlan? target, bool temporary)
    {
        var why = PastDue ? "PAYMENT_OVERDUE" : !Runs || cancels || pauses ? "SUBSCRIPTION_NOT_READY" : target is null ? "PRICE_NOT_OFFERED" : null;
        if (why is not null || target is null)
        {
            return new NaiveChange(why);
        }

        var next = TermsFrom(TermEnd);
        var same = next.Key == target.Key && next.Months == target.Months;
        if (target.Rank > Effective.Rank)
        {
            return temporary && (!rules.ForAWhile || target.Months != Plan.Months)
                ? new NaiveChange("TEMPORARY_UPGRADE_NOT_POSSIBLE")
                : Upgrade(target, temporary);
        }

        if (temporary)
        {
            return new NaiveChange("TEMPORARY_UPGRADE_NOT_POSSIBLE");
        }

        var stays = lasting ?? Plan;
        if (!same && target.Key == stays.Key && target.Months == stays.Months)
        {
            Scheduled = null;
            return new NaiveChange(null, Now: false, TermEnd, 0, NextGrant, 0, TermEnd, TermsFrom(TermEnd).Price);
        }

        var down = target.Rank < Effective.Rank && target.Rank <= Plan.Rank && (target.Rank < Plan.Rank || Effective == Plan);
        if (down && rules.Contract > 0 && TermEnd < started.PlusMonths(rules.Contract))
        {
            return new NaiveChange("COMMITTED_UNTIL", On: started.PlusMonths(rules.Contract));
        }

        return same ? new NaiveChange("NOTHING_TO_CHANGE") : Later(target, down);
    }

    private NaiveChange Later(NaivePlan target, bool down)
    {
        var waits = down && PeriodEnd >= TermEnd && (Owed > 0 || heaps.Any(heap => heap.Advanced));
        var on = waits ? Boundary(TermEnd, (lasting ?? Plan).Months) : TermEnd;
        Scheduled = (target, on);
        var renewal = TermsFrom(TermEnd).Price;
        return new NaiveChange(null, Now: false, on, 0, NextGrant, 0, TermEnd, renewal);
    }

    private NaiveChange Upgrade(NaivePlan target, bool temporary)
    {
        var atOnce = rules.Find(target.Key, Plan.Months)!;
        var before = Effective;
        var more = Math.Max(0, atOnce.Minutes - before.Minutes);
        var minutes = rules.WholeDifference ? more : more * Days(Today, PeriodEnd) / Days(PeriodStart, PeriodEnd);
        long money;
        if (rules.WholeDifference)
        {
            money = atOnce.Price - before.Price;
        }
        else if (temporary)
        {
            money = Share(atOnce.Price - before.Price, Days(Today, PeriodEnd));
        }
        else if (lasting is { } beneath && PeriodEnd < TermEnd)
        {
            money = Share(atOnce.Price - before.Price, Days(Today, PeriodEnd)) + Share(atOnce.Price - beneath.Price, Days(PeriodEnd, TermEnd));
        }
        else
        {
            money = Share(atOnce.Price - before.Price, Days(Today, TermEnd));
        }

        if (temporary)
        {
            lasting ??= Plan;
        }
        else
        {
            lasting = null;
            Scheduled = target.Months == Plan.Months ? null : (target, TermEnd);
        }

        Plan = atOnce;
        Put(minutes, PeriodEnd, place: 2, counts: true);
        return new NaiveChange(
            null, Now: true, Today, minutes, NextGrant, money, rules.WholeDifference ? Today : PeriodEnd, TermsFrom(TermEnd).Price);
    }

    /// <summary>The share of a paid term's days, halves up.</summary>
    private long Share(long price, int days)
    {
        var whole = Days(termStart, TermEnd);
        return ((2 * price * days) + whole) / (2 * whole);
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
