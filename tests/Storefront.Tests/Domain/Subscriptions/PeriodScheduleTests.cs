using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

public class PeriodScheduleTests
{
    private static readonly LocalDate November = new(2026, 11, 1);
    private static readonly LocalDate December = new(2026, 12, 1);

    [Fact]
    public void FLU_02_A_year_is_paid_once_and_granted_month_by_month()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November, BillingInterval.Year).Until(new LocalDate(2027, 10, 31));

        Assert.Equal(12, life.Entries.Count(entry => entry is { Kind: HourEntryKind.Grant, Minutes: 600 }));
        Assert.DoesNotContain(life.Events, happened => happened is RenewalFellDue);
        life.Until(new LocalDate(2027, 11, 1));
        var renewal = Assert.Single(life.Events.OfType<RenewalFellDue>());
        Assert.Equal(new Money(3_240_000, Currency.Clp), renewal.Price);
        Assert.Equal(new LocalDate(2028, 11, 1), renewal.Term.End);
    }

    [Fact]
    public void FLU_03_The_example_of_the_ledger_lived_through()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Use(380, new(2026, 11, 10)).PayingUntil(December);
        Assert.Equal(666, life.Ledger.Balance);

        life.Use(50, new(2026, 12, 10)).PayingUntil(new LocalDate(2027, 1, 1));
        Assert.Equal(780, life.Ledger.Balance);
        Assert.Equal([-16, -600, 180, 600], life.Entries.TakeLast(4).Select(entry => entry.Minutes));
    }

    [Fact]
    public void A_period_begins_at_midnight_of_the_house_and_its_entries_carry_that_instant()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Until(December.PlusDays(2));
        var midnight = Shop.Flunt.StartOf(December);
        Assert.Equal([midnight, midnight, midnight], life.Entries.TakeLast(3).Select(entry => entry.At));
        Assert.Equal(Shop.Flunt.StartOf(new LocalDate(2027, 1, 1)), life.Entries[^1].ExpiresAt);
    }

    [Fact]
    public void Nothing_happens_twice_however_often_it_is_asked()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Until(December);
        var (entries, events) = (life.Entries.Count, life.Events.Count);
        life.Until(December).Until(December);
        Assert.Equal((entries, events), (life.Entries.Count, life.Events.Count));
    }

    // Anchors at month ends, around leap days and changes of the clocks; asked once, or at any sequence of instants in between.
    [Fact]
    public void COM_07_A_server_that_was_stopped_catches_up_to_the_same_lines_and_events() =>
        Prop.ForAll(
            Gen.Choose(0, 800).ToArbitrary(),
            Gen.ArrayOf(Gen.Choose(1, 400 * 24)).ToArbitrary(),
            Gen.Choose(0, 3).ToArbitrary(),
            (start, stops, style) =>
            {
                var day = new LocalDate(2027, 1, 1).PlusDays(start);
                var end = Shop.Flunt.StartOf(day.PlusDays(400));
                var stopped = Begin(day, style).Settle(end);
                var awake = Begin(day, style);
                foreach (var stop in stops.Order())
                {
                    awake.Settle(SubscriptionLife.Noon(day) + Duration.FromHours(stop));
                }

                awake.Settle(end);
                return Plain(stopped).SequenceEqual(Plain(awake)) && stopped.Events.SequenceEqual(awake.Events);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    [Fact]
    public void COM_07_What_is_due_next_is_always_later_than_what_was_done()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, new LocalDate(2027, 1, 31), BillingInterval.Year);
        var done = SubscriptionLife.Noon(new LocalDate(2027, 1, 31));
        for (var round = 0; round < 30 && PeriodSchedule.NextDue(life.Subscription, life.Ledger, Shop.Flunt) is { } due; round++)
        {
            Assert.True(due > done);
            life.Settle(due);
            done = due;
        }
    }

    [Fact]
    public void A_renewal_that_is_paid_some_hours_late_grants_at_the_boundary_and_once()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Pay(December).Until(new LocalDate(2026, 12, 31));
        var grant = Assert.Single(life.Entries, entry => entry.Kind == HourEntryKind.Grant && entry.Sequence > 1);
        Assert.Equal(Shop.Flunt.StartOf(December), grant.At);
        Assert.Equal(PlanSubscriptionStatus.Active, life.Subscription.Status);
    }

    [Fact]
    public void An_unpaid_renewal_is_past_due_after_the_days_of_grace_and_its_hours_cannot_be_used_from_then_on()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Until(December.PlusDays(3));
        var end = Shop.Flunt.StartOf(December.PlusDays(3));
        Assert.Equal(PlanSubscriptionStatus.PastDue, life.Subscription.Status);
        Assert.Equal(end, Assert.Single(life.Events.OfType<BecamePastDue>()).At);
        Assert.False(life.Subscription.EnsureHoursUsable(Shop.Flunt, end - Duration.Epsilon).IsRefused);
        Assert.Equal(new PaymentOverdue(December), life.Subscription.EnsureHoursUsable(Shop.Flunt, end).Refusal);
    }

    [Fact]
    public void Past_its_grace_an_unpaid_subscription_grants_and_rolls_over_nothing()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Until(new LocalDate(2027, 1, 5));
        Assert.Equal(0, life.Ledger.Balance);
        Assert.Equal(2, life.Entries.Count(entry => entry.Kind == HourEntryKind.Grant));
    }

    [Fact]
    public void Paying_late_pays_what_was_used_on_trust_first_and_then_grants_the_running_period()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Pay(new LocalDate(2027, 1, 10));
        Assert.Equal((PlanSubscriptionStatus.PastDue, 0), (life.Subscription.Status, life.Ledger.Balance));

        life.Pay(new LocalDate(2027, 1, 11));
        Assert.Equal((PlanSubscriptionStatus.Active, 600), (life.Subscription.Status, life.Ledger.Balance));
        Assert.Equal(new LocalDate(2027, 2, 1), life.Subscription.PaidThrough);
    }

    [Fact]
    public void FEN_06_In_advance_means_nothing_is_granted_before_it_is_paid()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November, policies: Shop.Fenicio).Until(December);
        Assert.Equal((PlanSubscriptionStatus.PastDue, 0), (life.Subscription.Status, life.Ledger.Balance));

        life.Pay(December.PlusDays(9));
        Assert.Equal((PlanSubscriptionStatus.Active, 600), (life.Subscription.Status, life.Ledger.Balance));
        Assert.Equal(SubscriptionLife.Noon(December.PlusDays(9)), life.Entries[^1].At);
        Assert.Equal(new LocalDate(2027, 1, 1), life.Subscription.PaidThrough);
    }

    [Fact]
    public void A_payment_for_a_term_in_which_nothing_was_served_pays_the_running_one()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November, policies: Shop.Fenicio).Pay(new LocalDate(2027, 1, 10));
        Assert.Equal(600, life.Ledger.Balance);
        Assert.Equal(new LocalDate(2027, 2, 1), life.Subscription.PaidThrough);
        Assert.Equal(life.Subscription.Term.End, life.Subscription.PaidThrough);
    }

    [Fact]
    public void A_month_that_was_served_on_trust_is_paid_as_a_month_although_a_year_has_begun_since()
    {
        var first = new LocalDate(2026, 11, 1);
        var life = SubscriptionLife.Buy(Shop.Growth, first).Change(Shop.Business, first, BillingInterval.Year).Borrow(1, first);
        life.Until(first.PlusMonths(2));
        Assert.Equal((BillingInterval.Year, first.PlusMonths(1)), (life.Subscription.Terms.Interval, life.Subscription.PaidThrough));

        life.Pay(first.PlusMonths(2));
        Assert.Equal(first.PlusMonths(2), life.Subscription.PaidThrough);
        life.Pay(first.PlusMonths(2));

        Assert.Equal(first.PlusMonths(14), life.Subscription.PaidThrough);
    }

    [Fact]
    public void A_renewal_that_is_paid_ahead_begins_no_sooner()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Pay(new LocalDate(2026, 11, 30));
        Assert.Equal(600, life.Ledger.Balance);
        Assert.Equal(new LocalDate(2027, 1, 1), life.Subscription.PaidThrough);
        Assert.Equal(600 + 180, life.Until(December).Ledger.Balance);
        Assert.DoesNotContain(life.Events, happened => happened is RenewalFellDue);
    }

    [Fact]
    public void A_failed_renewal_is_past_due_at_once_and_usable_until_the_grace_ends()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November)
            .Do(December, (state, ledger, _, at) => SubscriptionRules.FailPayment(state, ledger, at));
        Assert.Equal(PlanSubscriptionStatus.PastDue, life.Subscription.Status);
        Assert.False(life.Subscription.EnsureHoursUsable(Shop.Flunt, SubscriptionLife.Noon(December)).IsRefused);
        Assert.Equal(PlanSubscriptionStatus.Active, life.Pay(December.PlusDays(1)).Subscription.Status);
    }

    [Fact]
    public void A_plan_that_costs_nothing_renews_by_itself()
    {
        var free = SubscriptionLife.Buy(Shop.Offer("basico", 1, 60, 0), November, policies: Shop.Fenicio).Until(new LocalDate(2027, 2, 1));
        Assert.Equal((PlanSubscriptionStatus.Active, 60), (free.Subscription.Status, free.Ledger.Balance));
        Assert.Equal(4, free.Entries.Count(entry => entry.Kind == HourEntryKind.Grant));
        Assert.Equal(HourCauseKind.FreeGrant, free.Entries[^1].Cause.Kind);
    }

    private static SubscriptionLife Begin(LocalDate day, int style)
    {
        var life = SubscriptionLife.Buy(Shop.Business, day, style % 2 == 0 ? BillingInterval.Year : BillingInterval.Month);
        return style switch
        {
            0 => life.Use(300, day),
            1 => life.Use(1200, day).Advance(200, day).Use(150, day),
            2 => life.Do(day, SubscriptionRules.Cancel),
            _ => life.Change(Shop.Growth, day, temporary: true),
        };
    }

    private static IEnumerable<object> Plain(SubscriptionLife life) =>
        life.Entries.Select(entry => (entry.Sequence, entry.Kind, entry.Minutes, entry.BalanceAfter, entry.At, entry.ExpiresAt)).Cast<object>();
}
