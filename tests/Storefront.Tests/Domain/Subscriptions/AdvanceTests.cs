using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>FLU-08: hours of next month, brought forward.</summary>
public class AdvanceTests
{
    private static readonly LocalDate First = new(2026, 11, 1);

    [Fact]
    public void FLU_08_Three_hundred_advanced_and_180_used_are_repaid_from_the_next_grant()
    {
        var life = SubscriptionLife.Buy(Shop.Business, First);
        life.Use(1200, First.PlusDays(1)).Borrow(300, First.PlusDays(2)).Use(180, First.PlusDays(3));

        life.PayingUntil(First.PlusMonths(1).PlusDays(1));

        Assert.Equal(
            [
                (HourEntryKind.Grant, 1200), (HourEntryKind.Use, -1200), (HourEntryKind.Advance, 300), (HourEntryKind.Use, -180),
                (HourEntryKind.Expiry, -120), (HourEntryKind.Grant, 1200), (HourEntryKind.AdvanceRepayment, -180),
            ],
            life.Lines);
        Assert.Equal(0, life.Ledger.OwedMinutes);
    }

    [Fact]
    public void FLU_08_A_preview_says_what_the_advance_does()
    {
        var life = SubscriptionLife.Buy(Shop.Business, First).Use(1000, First.PlusDays(1));

        var preview = Preview(life, 300).Value;
        life.Borrow(300, First.PlusDays(2));

        Assert.Equal((500, 600, 300, 1200, 300, 0), (
            preview.AvailableMinutes, preview.LimitMinutes, preview.LeftMinutes, preview.NextGrantMinutes, preview.RepaymentMinutes, preview.CarriedMinutes));
        Assert.Equal(preview.AvailableMinutes, life.Ledger.AvailableMinutes);
        Assert.Null(preview.Postponed);
    }

    [Fact]
    public void FLU_08_Half_of_the_next_grant_is_the_limit_in_all()
    {
        var life = SubscriptionLife.Buy(Shop.Business, First).Borrow(400, First.PlusDays(1));

        Assert.Equal(new AdvanceLimitReached(600, 200), Preview(life, 201).Refusal);
        Assert.False(Preview(life, 200).IsRefused);
        Assert.Equal(new MinutesNotValid(1, 200), Preview(life, 0).Refusal);
    }

    [Fact]
    public void FLU_08_The_limit_is_that_of_the_plan_that_follows_an_upgrade_for_a_while()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, First).Change(Shop.Growth, First.PlusDays(5), temporary: true);

        Assert.Equal(new AdvanceLimitReached(300, 300), Preview(life, 301).Refusal);
    }

    [Fact]
    public void FLU_08_What_a_repayment_cannot_cover_is_carried_to_the_next()
    {
        // An annual Growth customer owes 1 200 of an advance and comes back to Essential at the renewal that had been put off before.
        var ledger = HourLedger.Empty with { OwedMinutes = 900 };
        var granted = ledger.Grant(600, Noon(First), Noon(First.PlusMonths(1)), new HourCause(HourCauseKind.Payment), "first");
        var closed = granted.Ledger.ClosePeriod(Shop.Flunt.Hours, Noon(First.PlusMonths(1)), Noon(First.PlusMonths(2)), new HourCause(HourCauseKind.PeriodEnd), "over");
        var next = closed.Ledger.Grant(600, Noon(First.PlusMonths(1)), Noon(First.PlusMonths(2)), new HourCause(HourCauseKind.Payment), "second");

        Assert.Equal([600, -600], granted.Entries.Select(entry => entry.Minutes));
        Assert.Equal([600, -300], next.Entries.Select(entry => entry.Minutes));
        Assert.Equal((0, 300), (next.Ledger.OwedMinutes, next.Ledger.Balance));
    }

    [Fact]
    public void FLU_08_A_scheduled_downgrade_waits_for_an_advance_and_the_preview_says_so()
    {
        var life = SubscriptionLife.Buy(Shop.Business, First).Change(Shop.Essential, First.PlusDays(1));
        Assert.Equal(First.PlusMonths(1), life.Subscription.Scheduled!.On);

        var preview = Preview(life, 300).Value;
        life.Borrow(300, First.PlusDays(2)).Use(1500, First.PlusDays(3)).PayingUntil(First.PlusMonths(1).PlusDays(1));

        Assert.Equal(First.PlusMonths(2), preview.Postponed!.On);
        Assert.Equal(600, preview.LimitMinutes);
        Assert.Equal("business", life.Subscription.Terms.PlanKey);
        Assert.Equal(900, life.Ledger.Balance);
        life.PayingUntil(First.PlusMonths(2).PlusDays(1));
        Assert.Equal(("essential", 0), (life.Subscription.Terms.PlanKey, life.Ledger.OwedMinutes));
        Assert.Contains((HourEntryKind.Grant, 600), life.Lines);
    }

    [Fact]
    public void FLU_08_A_downgrade_asked_for_with_an_advance_open_begins_a_term_later_and_is_previewed_so()
    {
        var life = SubscriptionLife.Buy(Shop.Business, First).Borrow(300, First.PlusDays(1));

        var preview = life.Preview(Shop.Essential, First.PlusDays(2)).Value;

        Assert.Equal(First.PlusMonths(2), preview.EffectiveOn);
        Assert.Equal(Shop.Terms(Shop.Business).Price, preview.MoneyAtRenewal.Amount);
        Assert.Equal(1200, preview.MinutesAtRenewal);
    }

    [Fact]
    public void FLU_08_On_an_annual_term_the_next_monthly_grant_repays_and_nothing_waits()
    {
        var life = SubscriptionLife.Buy(Shop.Business, First, BillingInterval.Year).Borrow(300, First.PlusDays(1)).Use(1500, First.PlusDays(2));

        Assert.Equal(First.PlusYears(1), life.Preview(Shop.Essential, First.PlusDays(3), BillingInterval.Year).Value.EffectiveOn);
        life.Until(First.PlusMonths(1).PlusDays(1));
        Assert.Equal(900, life.Ledger.Balance);
    }

    [Fact]
    public void FLU_08_Cancelling_leaves_nothing_owed()
    {
        var life = SubscriptionLife.Buy(Shop.Business, First).Borrow(300, First.PlusDays(1)).Use(1500, First.PlusDays(2));
        life.Do(First.PlusDays(3), SubscriptionRules.Cancel).Until(First.PlusMonths(1).PlusDays(1));

        Assert.Equal((PlanSubscriptionStatus.Canceled, 0, 0), (life.Subscription.Status, life.Ledger.OwedMinutes, life.Ledger.Balance));
    }

    [Fact]
    public void FLU_08_Nothing_is_brought_forward_where_no_period_follows_or_a_payment_is_missing()
    {
        var canceled = SubscriptionLife.Buy(Shop.Business, First).Do(First, SubscriptionRules.Cancel);
        var pausing = SubscriptionLife.Buy(Shop.Business, First).Do(First, SubscriptionRules.Pause);
        var unpaid = SubscriptionLife.Buy(Shop.Business, First).Until(First.PlusMonths(1).PlusDays(1));
        var fenicio = SubscriptionLife.Buy(Shop.Business, First, policies: Shop.Fenicio);

        Assert.Equal(new NoPeriodFollows(First.PlusMonths(1)), Preview(canceled, 10).Refusal);
        Assert.Equal(new NoPeriodFollows(First.PlusMonths(1)), Preview(pausing, 10).Refusal);
        Assert.Equal(new PaymentOverdue(First.PlusMonths(1)), Preview(unpaid, 10, First.PlusMonths(1).PlusDays(1)).Refusal);
        Assert.Equal(new AdvancesNotOffered(), Preview(fenicio, 10, policies: Shop.Fenicio).Refusal);
    }

    private static Result<AdvancePreview> Preview(SubscriptionLife life, int minutes, LocalDate? day = null, SubscriptionPolicies? policies = null) =>
        Advances.Preview(life.Subscription, life.Ledger, policies ?? Shop.Flunt, minutes, Noon(day ?? First.PlusDays(5)));

    private static Instant Noon(LocalDate day) => SubscriptionLife.Noon(day);
}
