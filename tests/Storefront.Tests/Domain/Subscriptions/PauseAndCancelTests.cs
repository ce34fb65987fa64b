using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

public class PauseAndCancelTests
{
    private static readonly LocalDate November = new(2026, 11, 1);
    private static readonly LocalDate December = new(2026, 12, 1);
    private static readonly LocalDate The11th = new(2026, 11, 11);

    [Fact]
    public void FLU_10_A_cancellation_takes_effect_when_the_paid_term_ends()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Cancel).Until(December.PlusDays(-1));
        Assert.Equal((PlanSubscriptionStatus.Active, 600), (life.Subscription.Status, life.Ledger.Balance));
        Assert.Equal(December, life.Subscription.EndsOn(Shop.Flunt));

        life.Until(December.PlusDays(40));
        Assert.Equal((PlanSubscriptionStatus.Canceled, 0), (life.Subscription.Status, life.Ledger.Balance));
        Assert.Equal(Shop.Flunt.StartOf(December), life.Subscription.EndedAt);
        Assert.DoesNotContain(life.Events, happened => happened is RenewalFellDue);
        Assert.Null(PeriodSchedule.NextDue(life.Subscription, life.Ledger, Shop.Flunt));
    }

    [Fact]
    public void FLU_11_Cancelling_lapses_what_is_left_without_rollover()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Cancel).Until(December);
        Assert.Equal([(HourEntryKind.Grant, 600), (HourEntryKind.Expiry, -600)], life.Lines);
    }

    [Fact]
    public void FLU_10_A_year_that_was_cancelled_is_served_to_its_end()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November, BillingInterval.Year).Do(The11th, SubscriptionRules.Cancel)
            .Until(new LocalDate(2027, 10, 31));
        Assert.Equal(12, life.Entries.Count(entry => entry.Kind == HourEntryKind.Grant));
        Assert.Equal(PlanSubscriptionStatus.Canceled, life.Until(new LocalDate(2027, 11, 1)).Subscription.Status);
    }

    [Fact]
    public void A_cancellation_can_be_taken_back_before_it_acts()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Cancel)
            .Do(The11th, (state, ledger, _, at) => SubscriptionRules.Keep(state, ledger, at)).PayingUntil(December);
        Assert.Equal((PlanSubscriptionStatus.Active, 780), (life.Subscription.Status, life.Ledger.Balance));
    }

    [Fact]
    public void What_was_never_paid_or_is_overdue_ends_at_once()
    {
        var overdue = SubscriptionLife.Buy(Shop.Essential, November).Do(December.PlusDays(1), SubscriptionRules.Cancel);
        Assert.Equal((PlanSubscriptionStatus.Canceled, 0), (overdue.Subscription.Status, overdue.Ledger.Balance));
        Assert.Equal(SubscriptionLife.Noon(December.PlusDays(1)), overdue.Subscription.EndedAt);

        var ended = overdue.Do(December.PlusDays(2), at => SubscriptionRules.Terminate(overdue.Subscription, overdue.Ledger, at));
        Assert.Single(ended.Events.OfType<SubscriptionCanceled>());
    }

    [Fact]
    public void FEN_05_A_cancellation_takes_effect_when_the_commitment_ends()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November, policies: Shop.Fenicio).Do(The11th, SubscriptionRules.Cancel);
        Assert.Equal(new LocalDate(2027, 11, 1), life.Subscription.EndsOn(Shop.Fenicio));
        for (var month = 0; month < 11; month++)
        {
            life.Pay(December.PlusMonths(month));
        }

        Assert.Equal(PlanSubscriptionStatus.Active, life.Until(new LocalDate(2027, 10, 31)).Subscription.Status);
        Assert.Equal(PlanSubscriptionStatus.Canceled, life.Until(new LocalDate(2027, 11, 1)).Subscription.Status);
    }

    [Fact]
    public void FLU_10_A_pause_begins_at_the_next_boundary_and_bills_and_grants_nothing()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Pause).Until(new LocalDate(2027, 3, 1));
        Assert.Equal((PlanSubscriptionStatus.Paused, (LocalDate?)December), (life.Subscription.Status, life.Subscription.PausedOn));
        Assert.DoesNotContain(life.Events, happened => happened is RenewalFellDue);
        Assert.Single(life.Entries, entry => entry.Kind == HourEntryKind.Grant);
    }

    [Fact]
    public void FLU_10_Lots_left_keep_their_expiry_in_a_pause()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Pause).Until(December.PlusDays(10));
        Assert.Equal(180, life.Ledger.Balance);
        life.Use(30, December.PlusDays(10)).Until(new LocalDate(2027, 1, 1));
        Assert.Equal(0, life.Ledger.Balance);
        Assert.Equal(Shop.Flunt.StartOf(new LocalDate(2027, 1, 1)), life.Entries[^1].At);
    }

    [Fact]
    public void FLU_10_The_paid_term_is_lengthened_by_the_pause()
    {
        var resumed = new LocalDate(2027, 3, 15);
        var life = SubscriptionLife.Buy(Shop.Essential, November, BillingInterval.Year).Do(The11th, SubscriptionRules.Pause)
            .Do(resumed, SubscriptionRules.Resume);

        Assert.Equal(PlanSubscriptionStatus.Active, life.Subscription.Status);
        Assert.Equal(new DateRun(resumed, resumed.PlusMonths(1)), life.Subscription.Period);
        Assert.Equal(resumed.PlusMonths(11), life.Subscription.Term.End);
        Assert.Equal(life.Subscription.Term.End, life.Subscription.PaidThrough);
        Assert.InRange(life.Subscription.Term.Days, 364, 367);
        Assert.Equal(600, life.Ledger.Balance);

        life.Until(resumed.PlusMonths(11).PlusDays(-1));
        Assert.Equal(12, life.Entries.Count(entry => entry.Kind == HourEntryKind.Grant));
    }

    [Fact]
    public void FLU_10_With_nothing_left_of_what_was_paid_resuming_waits_for_the_payment()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Pause)
            .Do(new LocalDate(2027, 3, 15), SubscriptionRules.Resume);
        Assert.Equal((PlanSubscriptionStatus.AwaitingPayment, 0), (life.Subscription.Status, life.Ledger.Balance));
        Assert.Equal(
            new SubscriptionNotReady(PlanSubscriptionStatus.AwaitingPayment),
            SubscriptionRules.Resume(life.Subscription, life.Ledger, Shop.Flunt, SubscriptionLife.Noon(new LocalDate(2027, 3, 16))).Refusal);

        life.Pay(new LocalDate(2027, 3, 17));
        Assert.Equal((PlanSubscriptionStatus.Active, 600), (life.Subscription.Status, life.Ledger.Balance));
        Assert.Equal((November, new LocalDate(2027, 4, 17)), (life.Subscription.StartedOn, life.Subscription.PaidThrough));
    }

    [Fact]
    public void FLU_10_An_unpaid_year_is_not_there_after_the_pause_until_it_is_paid()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November, BillingInterval.Year)
            .Do(new LocalDate(2027, 11, 2), SubscriptionRules.Pause).Until(new LocalDate(2027, 12, 10));
        Assert.Equal((PlanSubscriptionStatus.Paused, 0), (life.Subscription.Status, life.Subscription.PausedPeriods));

        life.Pay(new LocalDate(2027, 12, 11));
        Assert.Equal(11, life.Subscription.PausedPeriods);
        var resumed = new LocalDate(2028, 2, 29);
        life.Do(resumed, SubscriptionRules.Resume);
        Assert.Equal(new LocalDate(2029, 1, 29), life.Subscription.PaidThrough);
        Assert.Equal(600, life.Ledger.Balance);
    }

    [Fact]
    public void FLU_10_A_month_that_was_paid_ahead_of_a_pause_follows_it()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Pause).Pay(December.PlusDays(-1))
            .Do(new LocalDate(2027, 3, 15), SubscriptionRules.Resume);
        Assert.Equal(new DateRun(new LocalDate(2027, 3, 15), new LocalDate(2027, 4, 15)), life.Subscription.Term);
        Assert.Equal((PlanSubscriptionStatus.Active, 600), (life.Subscription.Status, life.Ledger.Balance));
    }

    [Fact]
    public void A_pause_is_taken_back_before_it_begins_and_not_offered_everywhere()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Pause).Do(The11th, SubscriptionRules.Resume);
        Assert.False(life.Subscription.PauseRequested);
        Assert.Equal(780, life.PayingUntil(December).Ledger.Balance);

        var fenicio = SubscriptionLife.Buy(Shop.Essential, November, policies: Shop.Fenicio);
        Assert.IsType<PauseNotOffered>(
            SubscriptionRules.Pause(fenicio.Subscription, fenicio.Ledger, Shop.Fenicio, SubscriptionLife.Noon(The11th)).Refusal);
    }

    [Fact]
    public void A_paused_subscription_with_nothing_paid_ends_at_once_and_one_with_something_stays_until_it_is_used_up()
    {
        var monthly = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Pause)
            .Do(December.PlusDays(5), SubscriptionRules.Cancel);
        Assert.Equal((PlanSubscriptionStatus.Canceled, 0), (monthly.Subscription.Status, monthly.Ledger.Balance));

        var annual = SubscriptionLife.Buy(Shop.Essential, November, BillingInterval.Year).Do(The11th, SubscriptionRules.Pause)
            .Do(December.PlusDays(5), SubscriptionRules.Cancel);
        Assert.Equal(PlanSubscriptionStatus.Paused, annual.Subscription.Status);
        annual.Do(December.PlusDays(9), SubscriptionRules.Resume).Until(December.PlusDays(9).PlusMonths(11));
        Assert.Equal(PlanSubscriptionStatus.Canceled, annual.Subscription.Status);
        Assert.Equal(12, annual.Entries.Count(entry => entry.Kind == HourEntryKind.Grant));
    }

    [Fact]
    public void An_ended_subscription_takes_no_payment()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Cancel).Until(December);
        Assert.Equal(
            new SubscriptionNotReady(PlanSubscriptionStatus.Canceled),
            SubscriptionRules.Pay(life.Subscription, life.Ledger, Shop.Flunt, SubscriptionLife.Noon(December)).Refusal);
    }
}
