using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions.Rehearsal;

/// <summary>
/// Replays work that was done on every plan, by the month and by the year: with rollover, and with advances wherever the house gives them and
/// the balance would not have been enough.
/// </summary>
public static class PlanRehearsal
{
    private const int MinutesAnHour = 60;

    /// <summary>How every plan would have served: those that cover all of it first, then the cheapest first.</summary>
    /// <param name="catalogue">The house's plans.</param>
    /// <param name="policy">How it counts hours.</param>
    /// <param name="currency">The currency of the costs.</param>
    /// <param name="periods">The billing periods, in order, each beginning where the one before ends; none gives none.</param>
    public static ImmutableArray<RehearsedPlan> Play(
        PlanCatalogue catalogue, HourPolicy policy, Currency currency, IReadOnlyList<RehearsedPeriod> periods)
    {
        if (periods.Count == 0)
        {
            return [];
        }

        var played = ImmutableArray.CreateBuilder<RehearsedPlan>();
        foreach (var plan in catalogue.Plans)
        {
            BillingInterval[] intervals = [BillingInterval.Month, BillingInterval.Year];
            var prices = intervals.Select(interval => plan.PriceFor(interval, currency)).OfType<PlanPrice>().ToList();
            if (prices.Count == 0)
            {
                continue;
            }

            var served = Serve(plan, policy, periods);
            played.AddRange(prices.Select(price => Priced(plan, price, policy, served, periods.Count)));
        }

        return
        [
            .. played.OrderBy(plan => plan.UncoveredMinutes > 0).ThenBy(plan => plan.Cost).ThenByDescending(plan => plan.Plan.Rank)
                .ThenBy(plan => plan.Price.Interval),
        ];
    }

    private static RehearsedPlan Priced(Plan plan, PlanPrice price, HourPolicy policy, Served served, int months)
    {
        var share = price.Interval == BillingInterval.Year
            ? price.Amount.MultiplyByFraction(months, PlanPrice.MonthsPerYear)
            : price.Amount * months;
        var billed = policy.Overage == OveragePolicy.Bill;
        var rate = plan.OverageHourlyRates.FirstOrDefault(hourly => hourly.Currency == price.Amount.Currency, Money.Zero(price.Amount.Currency));
        var overage = billed ? rate.MultiplyByFraction(served.Short, MinutesAnHour) : Money.Zero(price.Amount.Currency);
        return new RehearsedPlan(
            plan, price, share + overage, overage, billed ? 0 : served.Short, billed ? served.Short : 0, served.Advanced, served.Lapsed, served.RolledOver);
    }

    private static Served Serve(Plan plan, HourPolicy policy, IReadOnlyList<RehearsedPeriod> periods)
    {
        var (ledger, served) = (HourLedger.Empty, new Served(0, 0, 0, 0));
        for (var index = 0; index < periods.Count; index++)
        {
            var period = periods[index];
            ledger = Trimmed(ledger.Grant(plan.MonthlyMinutes, period.Start, period.End, Cause, $"grant {index}").Ledger);
            foreach (var (use, number) in period.Uses.OrderBy(use => use.At).Select((use, number) => (use, number)))
            {
                (ledger, served) = Use(ledger, served, plan, policy, period, use, $"{index} {number}");
            }

            var end = ledger.ClosePeriod(policy, period.End, index + 1 < periods.Count ? periods[index + 1].End : period.End + Duration.FromDays(31), Cause, $"over {index}");
            served = served with
            {
                RolledOver = served.RolledOver + end.Entries.Where(entry => entry.Kind == HourEntryKind.Rollover).Sum(entry => entry.Minutes),
                Lapsed = served.Lapsed - end.Entries.Sum(entry => entry.Minutes),
            };
            ledger = Trimmed(end.Ledger);
        }

        return served;
    }

    private static (HourLedger Ledger, Served Served) Use(
        HourLedger ledger, Served served, Plan plan, HourPolicy policy, RehearsedPeriod period, RehearsedUse use, string key)
    {
        var missing = use.Minutes - ledger.AvailableMinutes;
        if (missing > 0 && policy.AdvancePercent > 0)
        {
            var left = HourLedger.AdvanceLimit(policy, plan.MonthlyMinutes) - ledger.OwedMinutes - ledger.AdvancedMinutes;
            var advance = Math.Min(missing, left);
            if (advance > 0)
            {
                ledger = ledger.Advance(policy, advance, use.At, period.End, plan.MonthlyMinutes, Cause, $"advance {key}").Value.Ledger;
                served = served with { Advanced = served.Advanced + advance };
            }
        }

        var usable = Math.Min(use.Minutes, ledger.AvailableMinutes);
        return (
            usable == 0 ? ledger : ledger.Use(policy, usable, use.At, Cause, $"use {key}").Value.Ledger,
            served with { Short = served.Short + use.Minutes - usable });
    }

    // What is closed never changes again, and a rehearsal repeats no key.
    private static HourLedger Trimmed(HourLedger ledger) => ledger with { Lots = [.. ledger.OpenLots], Keys = [] };

    private static HourCause Cause { get; } = new(HourCauseKind.WorkLog);

    private sealed record Served(int Short, int Advanced, int Lapsed, int RolledOver);
}
