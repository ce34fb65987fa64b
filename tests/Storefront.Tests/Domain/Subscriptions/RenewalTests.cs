using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>Plans that nobody charges by itself: bought on 1 November, asked for ten days ahead, three days of grace, at rest after ten.</summary>
public class RenewalTests
{
    private static readonly LocalDate Start = new(2026, 11, 1);
    private static readonly LocalDate Due = new(2026, 12, 1);
    private static readonly SubscriptionPolicies FenicioByHand = Shop.Fenicio with { Renewal = Shop.FluntByHand.Renewal };

    [Fact]
    public void FLU_21_Each_date_is_known_from_the_start()
    {
        var dates = RenewalRules.DatesOf(Buy().Subscription, Shop.FluntByHand)!;

        Assert.Equal((new LocalDate(2026, 11, 21), Due), (dates.OrderOn, dates.DueOn));
        Assert.Equal([new LocalDate(2026, 11, 28), new LocalDate(2026, 12, 2), new LocalDate(2026, 12, 7)], dates.Reminders.Select(day => day));
        Assert.Equal((new LocalDate(2026, 12, 4), new LocalDate(2026, 12, 11)), (dates.GraceEndsOn, dates.PausesOn));
        Assert.Null(RenewalRules.DatesOf(SubscriptionLife.Buy(Shop.Essential, Start).Subscription, Shop.Flunt));
    }

    [Fact]
    public void FLU_21_Paid_ahead_or_in_the_days_of_grace_the_plan_goes_on_without_a_gap()
    {
        var ahead = Buy().Pay(new LocalDate(2026, 11, 24)).Until(new LocalDate(2026, 12, 2));
        var late = Buy().Pay(new LocalDate(2026, 12, 3));

        foreach (var life in (SubscriptionLife[])[ahead, late])
        {
            Assert.Equal((PlanSubscriptionStatus.Active, new LocalDate(2027, 1, 1)), (life.Subscription.Status, life.Subscription.PaidThrough));
            Assert.Equal(2, life.Lines.Count(line => line == (HourEntryKind.Grant, 600)));
        }
    }

    [Fact]
    public void FLU_21_An_unpaid_plan_rests_gives_back_what_was_granted_on_trust_and_repays_what_was_used_of_it()
    {
        var life = Buy().Use(600, Due.PlusDays(-1)).Use(100, Due).Until(new LocalDate(2026, 12, 20));

        Assert.True(life.Subscription.RestsUnpaid);
        Assert.Equal(new LocalDate(2026, 12, 11), life.Subscription.PausedOn);
        Assert.Equal((HourEntryKind.Expiry, -500), life.Lines.Last());
        Assert.IsType<PaymentOverdue>(life.Subscription.EnsureHoursUsable(Shop.FluntByHand, SubscriptionLife.Noon(new LocalDate(2026, 12, 20))).Refusal);

        life.Pay(new LocalDate(2026, 12, 22));
        Assert.Equal([(HourEntryKind.Grant, 600), (HourEntryKind.AdvanceRepayment, -100)], life.Lines.TakeLast(2));
        Assert.Equal(
            (PlanSubscriptionStatus.Active, new LocalDate(2026, 12, 22), new LocalDate(2027, 1, 22), Start),
            (life.Subscription.Status, life.Subscription.Term.Start, life.Subscription.PaidThrough, life.Subscription.StartedOn));
    }

    [Fact]
    public void FLU_21_A_year_that_is_paid_late_is_a_whole_year()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, Start, Storefront.Domain.Plans.BillingInterval.Year, Shop.FluntByHand).Pay(new LocalDate(2027, 11, 20));

        Assert.Equal(new LocalDate(2028, 11, 20), life.Subscription.PaidThrough);
    }

    [Fact]
    public void FLU_21_FLU_07_The_order_is_for_the_plan_that_will_be_in_force_and_for_what_upgrades_cost()
    {
        var upgraded = Buy().Change(Shop.Business, new LocalDate(2026, 11, 11));
        var adjustment = Buy().Preview(Shop.Business, new LocalDate(2026, 11, 11)).Value.Lines.Where(line => line.Kind == ChangeLineKind.Adjustment).ToList();
        var bill = Assert.Single(Bills(upgraded, adjustment));

        // Two thirds of 240 000, and the plan's 540 000.
        Assert.Equal((new Money(700_000, Currency.Clp), new Money(833_000, Currency.Clp)), (bill.Net, bill.Total));
        Assert.Equal((new LocalDate(2026, 11, 21), Due, "business"), (bill.AskedOn, bill.DueOn, bill.Renews!.PlanKey));

        var lower = SubscriptionLife.Buy(Shop.Business, Start, policies: Shop.FluntByHand).Change(Shop.Essential, new LocalDate(2026, 11, 11));
        Assert.Equal("essential", Assert.Single(Bills(lower)).Renews!.PlanKey);
    }

    [Fact]
    public void FLU_05_FLU_21_An_upgrade_after_the_next_term_was_paid_costs_the_difference_there_too()
    {
        var life = Buy().Pay(new LocalDate(2026, 11, 24));
        var preview = life.Preview(Shop.Business, new LocalDate(2026, 11, 25)).Value;

        // 6 of 30 days of 240 000, and all of it for December.
        Assert.Equal([48_000, 240_000, 540_000], preview.Lines.Select(line => line.Amount.MinorUnits));
        Assert.Equal(new LocalDate(2027, 1, 1), preview.RenewsOn);
    }

    [Fact]
    public void FLU_10_FLU_21_Who_ends_or_pauses_is_asked_for_nothing_and_keeps_what_was_paid_ahead()
    {
        Assert.Empty(Bills(Buy().Do(new LocalDate(2026, 11, 25), SubscriptionRules.Cancel)));
        Assert.Empty(Bills(Buy().Do(new LocalDate(2026, 11, 25), SubscriptionRules.Pause)));
        Assert.Empty(Bills(Buy().Do(new LocalDate(2026, 11, 25), SubscriptionRules.Pause).Until(new LocalDate(2026, 12, 25))));

        var ahead = Buy().Pay(new LocalDate(2026, 11, 24)).Do(new LocalDate(2026, 11, 25), SubscriptionRules.Cancel);
        Assert.Equal(new LocalDate(2027, 1, 1), ahead.Subscription.EndsOn(Shop.FluntByHand));
        Assert.True(ahead.Until(new LocalDate(2026, 12, 31)).Subscription.IsRunning);
        Assert.False(ahead.Until(new LocalDate(2027, 1, 1)).Subscription.IsRunning);
    }

    [Fact]
    public void FLU_10_FLU_21_Who_comes_back_with_nothing_left_is_asked_at_once()
    {
        var life = Buy().Do(new LocalDate(2026, 11, 25), SubscriptionRules.Pause).Do(new LocalDate(2027, 1, 15), SubscriptionRules.Resume);
        var bill = Assert.Single(Bills(life));

        Assert.Equal((new LocalDate(2027, 1, 15), new LocalDate(2027, 1, 15)), (bill.AskedOn, bill.DueOn));
        Assert.False(life.Subscription.RestsUnpaid);
        Assert.False(life.Subscription.RestsIfUnpaid);
    }

    [Fact]
    public void FEN_05_FLU_21_A_plan_that_rests_unpaid_is_bound_to_its_contracted_term_and_ends_with_it()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, Start, policies: FenicioByHand).Do(new LocalDate(2026, 12, 20), SubscriptionRules.Cancel);

        Assert.True(life.Subscription is { RestsUnpaid: true, CancelRequested: true });
        Assert.Equal(new LocalDate(2027, 11, 1), life.Subscription.EndsOn(FenicioByHand));
        Assert.True(life.Until(new LocalDate(2027, 10, 31)).Subscription.RestsUnpaid);
        Assert.Equal(PlanSubscriptionStatus.Canceled, life.Until(new LocalDate(2027, 11, 1)).Subscription.Status);
    }

    [Fact]
    public void FEN_05_FLU_21_An_end_that_was_asked_for_before_the_plan_rested_acts_and_nothing_is_asked_for_after_it()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, Start, policies: FenicioByHand).Do(new LocalDate(2026, 11, 20), SubscriptionRules.Cancel);

        Assert.True(life.Until(new LocalDate(2027, 10, 31)).Subscription.RestsUnpaid);
        Assert.Equal(PlanSubscriptionStatus.Canceled, life.Until(new LocalDate(2027, 11, 1)).Subscription.Status);
        Assert.Null(RenewalRules.DatesOf(life.Subscription, FenicioByHand));

        // Where nobody is bound, what rests ends at once.
        Assert.Equal(PlanSubscriptionStatus.Canceled, Buy().Do(new LocalDate(2026, 12, 20), SubscriptionRules.Cancel).Subscription.Status);
    }

    [Fact]
    public void FLU_21_Nothing_rests_before_the_days_of_grace_are_over_under_which_it_was_sold()
    {
        var patient = Shop.FluntByHand with { Hours = Shop.FluntByHand.Hours with { GraceDays = 15 } };
        patient = patient with { Renewal = Shop.FluntByHand.Renewal };
        var life = SubscriptionLife.Buy(Shop.Essential, Start, policies: patient).Until(Due.PlusDays(14));

        Assert.True(life.Subscription.IsRunning);
        Assert.Equal(Due.PlusDays(15), RenewalRules.DatesOf(life.Subscription, patient)!.PausesOn);
        Assert.True(life.Until(Due.PlusDays(15)).Subscription.RestsUnpaid);
    }

    private static SubscriptionLife Buy() => SubscriptionLife.Buy(Shop.Essential, Start, policies: Shop.FluntByHand);

    private static ImmutableArray<RenewalBill> Bills(SubscriptionLife life, IReadOnlyCollection<ChangeLine>? adjustments = null) =>
        RenewalRules.BillsOf(life.Subscription, adjustments ?? [], Shop.FluntByHand, Shop.FluntByHand.Renewal!, Shop.Vat);
}
