using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>What a pause, a resumption and a cancellation are said to do is what they do.</summary>
public class WishingTests
{
    private static readonly LocalDate First = new(2026, 11, 1);

    [Fact]
    public void FLU_10_A_pause_says_when_it_begins_what_lapses_and_what_is_kept()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, First).Pay(First.PlusDays(2)).Use(100, First.PlusDays(3));

        var preview = Preview(life, WishKind.Pause, First.PlusDays(5));

        Assert.Equal((First.PlusMonths(1), false, 0), (preview.EffectiveOn, preview.ActsAtOnce, preview.MinutesAtRenewal));
        Assert.Equal((350, First.PlusMonths(1), 1), (preview.LapsingMinutes, preview.LapsesOn, preview.PaidPeriodsKept));
        Assert.Null(preview.NextPaymentOn);
    }

    [Fact]
    public void FLU_10_A_resumption_says_what_is_granted_and_when_the_next_payment_is()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, First).Pay(First.PlusDays(2)).Do(First.PlusDays(3), SubscriptionRules.Pause).Until(First.PlusMonths(2));
        var day = First.PlusMonths(2).PlusDays(9);

        var preview = Preview(life, WishKind.Resume, day);
        var before = life.Ledger.Balance;
        life.Do(day, SubscriptionRules.Resume);

        Assert.Equal((day, true, 600, day.PlusMonths(1)), (preview.EffectiveOn, preview.ActsAtOnce, preview.MinutesNow, preview.NextPaymentOn));
        Assert.Equal(300_000, preview.NextPayment.MinorUnits);
        Assert.Equal(before + preview.MinutesNow, life.Ledger.Balance);
        Assert.Equal(preview.NextPaymentOn, life.Subscription.PaidThrough);
    }

    [Fact]
    public void FLU_11_A_cancellation_says_what_lapses_and_pays_nothing_back()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, First).Use(100, First.PlusDays(3));

        var preview = Preview(life, WishKind.Cancel, First.PlusDays(5));

        Assert.Equal((First.PlusMonths(1), 500, First.PlusMonths(1)), (preview.EffectiveOn, preview.LapsingMinutes, preview.LapsesOn));
        Assert.True(preview.NextPayment.IsZero);
    }

    [Fact]
    public void FEN_05_A_cancellation_names_the_end_of_the_contracted_term_and_the_payments_until_then()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, First, policies: Shop.Fenicio);

        var preview = Wishing.Preview(WishKind.Cancel, life.Subscription, life.Ledger, Shop.Fenicio, Shop.Vat, SubscriptionLife.Noon(First)).Value;

        Assert.Equal((First.PlusYears(1), First.PlusMonths(1)), (preview.EffectiveOn, preview.NextPaymentOn));
        Assert.IsType<PauseNotOffered>(
            Wishing.Preview(WishKind.Pause, life.Subscription, life.Ledger, Shop.Fenicio, Shop.Vat, SubscriptionLife.Noon(First)).Refusal);
    }

    [Fact]
    public void What_is_over_cannot_be_resumed()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, First).Do(First, SubscriptionRules.Cancel).Until(First.PlusMonths(1));

        Assert.Equal(
            new SubscriptionNotReady(PlanSubscriptionStatus.Canceled),
            Wishing.Preview(WishKind.Resume, life.Subscription, life.Ledger, Shop.Flunt, Shop.Vat, SubscriptionLife.Noon(First.PlusMonths(2))).Refusal);
    }

    [Fact]
    public void FLU_10_What_ends_at_the_boundary_cannot_be_paused_there()
    {
        var month = SubscriptionLife.Buy(Shop.Essential, First).Do(First, SubscriptionRules.Cancel);
        var year = SubscriptionLife.Buy(Shop.Essential, First, BillingInterval.Year).Do(First, SubscriptionRules.Cancel);

        Assert.Equal(
            new SubscriptionNotReady(PlanSubscriptionStatus.Active),
            Wishing.Preview(WishKind.Pause, month.Subscription, month.Ledger, Shop.Flunt, Shop.Vat, SubscriptionLife.Noon(First)).Refusal);
        Assert.Equal((First.PlusMonths(1), 11), (Preview(year, WishKind.Pause, First).EffectiveOn, Preview(year, WishKind.Pause, First).PaidPeriodsKept));
    }

    [Fact]
    public void FEN_01_A_plan_that_costs_nothing_announces_no_payment()
    {
        var life = SubscriptionLife.Buy(Shop.Offer("basico", 1, 60, 0), First, policies: Shop.Fenicio);

        var preview = Wishing.Preview(WishKind.Cancel, life.Subscription, life.Ledger, Shop.Fenicio, Shop.Vat, SubscriptionLife.Noon(First)).Value;

        Assert.Null(preview.NextPaymentOn);
    }

    private static WishPreview Preview(SubscriptionLife life, WishKind kind, LocalDate day)
    {
        life.Settle(SubscriptionLife.Noon(day));
        return Wishing.Preview(kind, life.Subscription, life.Ledger, Shop.Flunt, Shop.Vat, SubscriptionLife.Noon(day)).Value;
    }
}
