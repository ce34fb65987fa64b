using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>Fenicio's free base plan, what is earned over it and what is bought over it.</summary>
public class FreePlanTests
{
    private static readonly LocalDate First = new(2026, 11, 5);
    private static readonly Plan Basico = Shop.Offer("basico", 1, 60, 0);
    private static readonly Plan Silver = Shop.Offer("silver", 2, 300, 7_000);
    private static readonly Plan Gold = Shop.Offer("gold", 3, 600, 12_000);
    private static readonly Plan Platinum = Shop.Offer("platinum", 4, 1200, 20_000);

    [Fact]
    public void FEN_01_The_free_plan_is_granted_every_month_without_any_payment()
    {
        var life = Buy(Basico).Until(First.PlusMonths(3).PlusDays(1));

        Assert.Equal(PlanSubscriptionStatus.Active, life.Subscription.Status);
        Assert.Equal([60, -60, 60, -60, 60, -60, 60], life.Entries.Select(entry => entry.Minutes));
    }

    [Fact]
    public void FEN_02_An_earned_plan_is_served_for_the_period_that_starts_next_and_only_for_it()
    {
        var life = Earn(Buy(Basico), Silver).Until(First.PlusMonths(1).PlusDays(1));
        Assert.Equal(("basico", "silver"), (life.Subscription.Terms.PlanKey, life.Subscription.EffectiveTerms.PlanKey));
        Assert.Equal(
            [(HourEntryKind.Grant, 60), (HourEntryKind.Expiry, -60), (HourEntryKind.Grant, 60), (HourEntryKind.Loyalty, 240)], life.Lines);
        Assert.True(Assert.Single(life.Events.OfType<PlanEarned>()).IsNeeded);

        life.Until(First.PlusMonths(2).PlusDays(1));

        Assert.Equal("basico", life.Subscription.EffectiveTerms.PlanKey);
        Assert.Equal(60, life.Ledger.Balance);
    }

    [Fact]
    public void FEN_02_An_earned_plan_below_the_paid_one_is_recorded_as_not_needed_and_grants_nothing()
    {
        var life = Earn(Buy(Gold), Silver);
        life.Pay(First.PlusMonths(1)).Until(First.PlusMonths(1).PlusDays(1));

        Assert.False(Assert.Single(life.Events.OfType<PlanEarned>()).IsNeeded);
        Assert.Equal((600, "gold"), (life.Ledger.Balance, life.Subscription.EffectiveTerms.PlanKey));
    }

    [Fact]
    public void FEN_02_An_upgrade_from_an_earned_plan_costs_the_difference_from_its_list_price()
    {
        var life = Earn(Buy(Basico), Silver).Until(First.PlusMonths(1).PlusDays(1));

        var preview = life.Preview(Gold, First.PlusMonths(1).PlusDays(3)).Value;

        Assert.Equal((5_000L, 300), (preview.MoneyNow.Amount.MinorUnits, preview.MinutesNow));
    }

    [Fact]
    public void FEN_02_What_was_earned_for_the_next_period_is_in_what_a_change_is_shown_to_grant_then()
    {
        var life = Earn(Buy(Silver), Platinum);

        var preview = life.Preview(Gold, First.PlusDays(3)).Value;
        life.Change(Gold, First.PlusDays(3)).Pay(First.PlusMonths(1));

        Assert.Equal(1200, preview.MinutesAtRenewal);
        Assert.Equal(1200, life.Ledger.Balance);
    }

    [Fact]
    public void FEN_02_Buying_what_was_earned_begins_when_the_earned_period_ends()
    {
        var life = Earn(Buy(Basico), Silver).Until(First.PlusMonths(1).PlusDays(1));

        var preview = life.Preview(Silver, First.PlusMonths(1).PlusDays(3)).Value;

        Assert.Equal((false, 0L, First.PlusMonths(2)), (preview.ActsAtOnce, preview.MoneyNow.Amount.MinorUnits, preview.EffectiveOn));
    }

    [Fact]
    public void FEN_04_An_upgrade_costs_the_whole_difference_now_and_brings_the_whole_difference_of_hours()
    {
        var life = Buy(Silver).Use(100, First.PlusDays(2));

        var preview = life.Preview(Platinum, First.PlusDays(20)).Value;
        life.Change(Platinum, First.PlusDays(20));

        Assert.Equal((13_000L, 900), (preview.MoneyNow.Amount.MinorUnits, preview.MinutesNow));
        Assert.Equal(1100, life.Ledger.Balance);
        Assert.Equal((20_000L, First.PlusMonths(1)), (preview.MoneyAtRenewal.Amount.MinorUnits, preview.RenewsOn));
    }

    [Fact]
    public void FEN_04_A_plan_bought_over_the_free_one_brings_the_difference_at_once_and_counts_from_today()
    {
        var life = Buy(Basico).Use(20, First.PlusDays(2));
        var day = First.PlusDays(10);
        life.Do(day, at => FreePlans.Replace(life.Subscription, life.Ledger, Shop.Fenicio, Shop.Terms(Silver), PlanChangeId.New(at), at).Value);

        Assert.Equal(280, life.Ledger.Balance);
        Assert.Equal((day, day.PlusMonths(1)), (life.Subscription.Period.Start, life.Subscription.PaidThrough));

        // The free hours keep their own end; the bought ones have theirs.
        life.Until(First.PlusMonths(1).PlusDays(1));
        Assert.Equal(240, life.Ledger.Balance);
        life.Pay(day.PlusMonths(1)).Until(day.PlusMonths(1).PlusDays(1));
        Assert.Equal(300, life.Ledger.Balance);
    }

    [Fact]
    public void FEN_05_Before_the_contracted_term_ends_a_downgrade_is_refused_naming_the_date() =>
        Assert.Equal(new CommittedUntil(First.PlusYears(1)), Buy(Gold).Preview(Silver, First.PlusDays(3)).Refusal);

    [Fact]
    public void FEN_05_A_contract_from_the_last_day_of_February_ends_on_the_28th()
    {
        var leapDay = new LocalDate(2028, 2, 29);
        var life = SubscriptionLife.Buy(Gold, leapDay, policies: Shop.Fenicio);

        Assert.Equal(new CommittedUntil(new LocalDate(2029, 2, 28)), life.Preview(Silver, leapDay.PlusDays(3)).Refusal);
    }

    [Fact]
    public void FEN_05_In_the_contracts_last_term_a_downgrade_is_scheduled_for_its_end()
    {
        var life = Buy(Gold).PayingUntil(First.PlusMonths(11).PlusDays(1));

        Assert.Equal(First.PlusYears(1), life.Preview(Silver, First.PlusMonths(11).PlusDays(2)).Value.EffectiveOn);
    }

    [Fact]
    public void FEN_06_What_is_not_paid_in_advance_is_not_granted_until_it_is()
    {
        var life = Buy(Silver).Until(First.PlusMonths(1).PlusDays(3));
        Assert.Equal((0, PlanSubscriptionStatus.PastDue), (life.Ledger.Balance, life.Subscription.Status));

        life.Pay(First.PlusMonths(1).PlusDays(4));

        Assert.Equal((300, PlanSubscriptionStatus.Active), (life.Ledger.Balance, life.Subscription.Status));
    }

    [Fact]
    public void FEN_03_Nothing_accumulates()
    {
        var life = Buy(Gold).Use(100, First.PlusDays(2)).Pay(First.PlusMonths(1)).Until(First.PlusMonths(1).PlusDays(1));

        Assert.Equal([600, -100, -500, 600], life.Entries.Select(entry => entry.Minutes));
    }

    [Fact]
    public void FEN_12_Work_logged_after_its_period_uses_what_had_lapsed_with_it()
    {
        var life = Buy(Gold).Use(100, First.PlusDays(2)).Pay(First.PlusMonths(1)).Until(First.PlusMonths(1).PlusDays(1));
        var lapse = life.Entries.Single(entry => entry.Kind == HourEntryKind.Expiry);
        var now = SubscriptionLife.Noon(First.PlusMonths(1).PlusDays(1));

        var late = life.Ledger.UseLapsed(lapse, 45, now, now + Duration.FromDays(1), new HourCause(HourCauseKind.WorkLog), "late");

        Assert.Equal([45, -45], late.Entries.Select(entry => entry.Minutes));
        Assert.Equal(600, late.Ledger.Balance);
        Assert.Throws<ArgumentOutOfRangeException>(() => life.Ledger.UseLapsed(lapse, 501, now, now, new HourCause(HourCauseKind.WorkLog), "more"));
    }

    private static SubscriptionLife Buy(Plan plan) => SubscriptionLife.Buy(plan, First, policies: Shop.Fenicio);

    private static SubscriptionLife Earn(SubscriptionLife life, Plan plan) => life.Do(
        First.PlusDays(4), _ => FreePlans.Earn(life.Subscription, life.Ledger, plan).Value);
}
