using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>Random lives of a subscription: paid, forgotten, paused, changed, worked on. Whatever happens, some things hold.</summary>
public class SubscriptionLifeModelTests
{
    private static readonly Gen<Life> Lives =
        from start in Gen.Choose(0, 1500)
        from annual in Gen.Elements(true, false)
        from house in Gen.Frequency((2, Gen.Constant(Shop.Flunt)), (2, Gen.Constant(Shop.FluntByHand)), (1, Gen.Constant(Shop.Fenicio)))
        from steps in Gen.ArrayOf(
            from days in Gen.Choose(0, 45)
            from act in Gen.Elements(Enum.GetValues<Act>())
            from minutes in Gen.Choose(1, 900)
            select new Step(days, act, minutes))
        select new Life(new LocalDate(2026, 1, 1).PlusDays(start), annual, house, steps);

    [Fact]
    public void COM_07_Asking_every_day_or_only_when_something_is_done_comes_to_the_same() => Check(life =>
    {
        var (seldom, daily) = (Run(life, everyDay: false), Run(life, everyDay: true));
        return Plain(seldom).SequenceEqual(Plain(daily)) && seldom.Events.SequenceEqual(daily.Events);
    });

    [Fact]
    public void COM_02_The_balance_is_the_sum_of_the_lines_never_negative_and_time_never_goes_back() => Check(life =>
    {
        var entries = Run(life, everyDay: false).Entries;
        var sum = 0;
        return entries.All(entry => (sum += entry.Minutes) == entry.BalanceAfter && sum >= 0)
            && entries.Zip(entries.Skip(1)).All(pair => pair.First.At <= pair.Second.At);
    });

    [Fact]
    public void COM_02_No_period_is_granted_twice_and_none_before_it_begins() => Check(life =>
    {
        var lived = Run(life, everyDay: false);
        var grants = lived.Entries.Where(entry => entry.Kind == HourEntryKind.Grant).ToList();
        var begun = lived.Events.OfType<PeriodStarted>().Select(started => started.Period).ToList();
        return grants.Select(grant => grant.ExpiresAt).Distinct().Count() == grants.Count
            && grants.All(grant => begun.Any(period => life.House.StartOf(period.End) == grant.ExpiresAt
                && life.House.StartOf(period.Start) <= grant.At));
    });

    [Fact]
    public void FLU_03_Nothing_rolls_over_that_was_not_granted_in_the_period_before() => Check(life =>
    {
        var entries = Run(life, everyDay: false).Entries;
        return entries.Where(entry => entry.Kind == HourEntryKind.Rollover).All(rollover =>
        {
            var lots = entries.Where(entry => entry.ExpiresAt == rollover.At
                && entry.Kind is HourEntryKind.Grant or HourEntryKind.Upgrade).SelectMany(entry => entry.Lots).Select(lot => lot.LotId).ToHashSet();
            var lapsed = entries.Where(entry => entry.Kind == HourEntryKind.Expiry && entry.At == rollover.At && lots.Contains(entry.Lots[0].LotId));
            return rollover.Minutes == -lapsed.Sum(entry => entry.Minutes) * 3 / 10;
        });
    });

    [Fact]
    public void A_running_period_always_lies_in_its_term_and_holds_today() => Check(life =>
    {
        var (subscription, today) = (Run(life, everyDay: false).Subscription, life.End);
        return !subscription.IsRunning
            || (subscription.Period.Contains(today)
                && subscription.Term.Start <= subscription.Period.Start
                && subscription.Period.End <= subscription.Term.End
                && subscription.Anchor.Period(subscription.Anchor.IndexOf(today)) == subscription.Period);
    });

    [Fact]
    public void FLU_21_Who_pays_by_hand_is_asked_for_each_term_once_and_never_works_unpaid_past_the_pause() => Check(life =>
    {
        if (life.House.Renewal is not { } renewal)
        {
            return true;
        }

        var (subscription, now) = (Run(life, everyDay: false).Subscription, life.House.StartOf(life.End));
        var bills = RenewalRules.BillsOf(subscription, [], life.House, renewal, Shop.Vat);
        var runsUnpaid = subscription is { IsRunning: true, IsPaid: false };
        return bills.Length <= 1
            && bills.All(bill => bill.DueOn == subscription.PaidThrough && bill.Renews is not null)
            && (!runsUnpaid || now < life.House.StartOf(subscription.PaidThrough.PlusDays(renewal.PauseDaysAfter)))
            && (!subscription.RestsUnpaid || bills.Length == 1)
            && (subscription.Status is not (PlanSubscriptionStatus.Paused or PlanSubscriptionStatus.Canceled) || bills.IsEmpty);
    });

    private static void Check(Func<Life, bool> holds) =>
        Prop.ForAll(Lives.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static SubscriptionLife Run(Life life, bool everyDay)
    {
        var lived = SubscriptionLife.Buy(
            Shop.Essential, life.Start, life.Annual ? BillingInterval.Year : BillingInterval.Month, life.House);
        var day = life.Start;
        foreach (var step in life.Steps)
        {
            for (var passed = 0; everyDay && passed < step.Days; passed++)
            {
                lived.Until(day.PlusDays(passed + 1));
            }

            day = day.PlusDays(step.Days);
            Do(step, lived, day, life.Annual ? BillingInterval.Year : BillingInterval.Month);
        }

        return lived.Until(day.PlusDays(1));
    }

    private static void Do(Step step, SubscriptionLife lived, LocalDate day, BillingInterval interval)
    {
        lived.Settle(SubscriptionLife.Noon(day));
        _ = step.Act switch
        {
            Act.Pay => lived.Try(day, SubscriptionRules.Pay),
            Act.Pause => lived.Try(day, SubscriptionRules.Pause),
            Act.Resume => lived.Try(day, SubscriptionRules.Resume),
            Act.Cancel => lived.Try(day, step.Minutes > 700 ? SubscriptionRules.Cancel : Nothing),
            Act.Keep => lived.Try(day, (state, ledger, _, at) => SubscriptionRules.Keep(state, ledger, at)),
            Act.Upgrade => Change(lived, Shop.Business, day, interval, temporary: false),
            Act.UpgradeForAWhile => Change(lived, Shop.Growth, day, interval, temporary: true),
            Act.Downgrade => Change(lived, Shop.Essential, day, interval, temporary: false),
            Act.Use => lived.Ledger.AvailableMinutes >= step.Minutes ? lived.Use(step.Minutes, day) : lived,
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    private static SubscriptionLife Change(SubscriptionLife lived, Plan plan, LocalDate day, BillingInterval interval, bool temporary) =>
        lived.Preview(plan, day, interval, temporary).IsRefused ? lived : lived.Change(plan, day, interval, temporary);

    private static Result<Settlement> Nothing(SubscriptionState state, HourLedger ledger, SubscriptionPolicies policies, Instant at) =>
        Settlement.Of(state, ledger);

    private static IEnumerable<object> Plain(SubscriptionLife life) =>
        life.Entries.Select(entry => (entry.Sequence, entry.Kind, entry.Minutes, entry.BalanceAfter, entry.At, entry.ExpiresAt)).Cast<object>();

    private enum Act
    {
        Pay,
        Pause,
        Resume,
        Cancel,
        Keep,
        Upgrade,
        UpgradeForAWhile,
        Downgrade,
        Use,
    }

    private sealed record Step(int Days, Act Act, int Minutes);

    private sealed record Life(LocalDate Start, bool Annual, SubscriptionPolicies House, Step[] Steps)
    {
        public LocalDate End => Start.PlusDays(Steps.Sum(step => step.Days) + 1);
    }
}
