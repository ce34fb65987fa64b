using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

public class PlanChangeTests
{
    private static readonly LocalDate November = new(2026, 11, 1);
    private static readonly LocalDate December = new(2026, 12, 1);
    private static readonly LocalDate The11th = new(2026, 11, 11);

    [Fact]
    public void FLU_05_An_upgrade_on_the_11th_of_November_is_two_thirds_of_money_and_hours()
    {
        var preview = SubscriptionLife.Buy(Shop.Essential, November).Preview(Shop.Business, The11th).Value;

        Assert.Equal(PlanChangeKind.Upgrade, preview.Kind);
        Assert.True(preview.ActsAtOnce);
        Assert.Equal(400, preview.MinutesNow);
        Assert.Equal(1200, preview.MinutesAtRenewal);
        var adjustment = preview.Lines[0];
        Assert.Equal((Clp(160_000), Clp(30_400), December), (adjustment.Amount, adjustment.Tax, adjustment.BilledOn));
        Assert.Equal((Clp(240_000), new DayShare(20, 30)), (adjustment.Basis, adjustment.Share));
        Assert.Equal(Clp(0), preview.MoneyNow.Total);
        Assert.Equal(Clp(160_000 + 540_000), preview.MoneyAtRenewal.Amount);
    }

    [Fact]
    public void FLU_05_Confirming_does_exactly_what_was_shown()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Change(Shop.Business, The11th);
        Assert.Equal((HourEntryKind.Upgrade, 400), life.Lines.Last());
        Assert.Equal(("business", 1000), (life.Subscription.Terms.PlanKey, life.Ledger.Balance));
        Assert.Equal(1200, life.PayingUntil(December).Entries[^1].Minutes);
    }

    [Fact]
    public void FLU_05_On_a_year_money_goes_by_the_term_hours_by_the_period_and_the_next_monthly_boundary_bills()
    {
        var preview = SubscriptionLife.Buy(Shop.Essential, November, BillingInterval.Year)
            .Preview(Shop.Business, new LocalDate(2027, 1, 11), BillingInterval.Year).Value;

        var adjustment = preview.Lines[0];
        Assert.Equal(new DayShare(365 - 71, 365), adjustment.Share);
        Assert.Equal(Clp(2_592_000), adjustment.Basis);
        Assert.Equal(Clp(2_087_803), adjustment.Amount); // 2 592 000 × 294 / 365 = 2 087 802.7…
        Assert.Equal(new LocalDate(2027, 2, 1), adjustment.BilledOn);
        Assert.Equal((new LocalDate(2027, 2, 1), Clp(2_087_803)), (preview.NextInvoiceOn, preview.MoneyOnNextInvoice.Amount));
        Assert.Equal((new LocalDate(2027, 11, 1), Clp(5_832_000)), (preview.RenewsOn, preview.MoneyAtRenewal.Amount));
        Assert.Equal(600 * 21 / 31, preview.MinutesNow);
    }

    [Theory]
    [InlineData(1, 600, 240_000)] // The first day: everything.
    [InlineData(30, 20, 8_000)] // The last: a thirtieth.
    public void FLU_05_The_day_of_the_change_counts(int day, int minutes, long amount)
    {
        var preview = SubscriptionLife.Buy(Shop.Essential, November).Preview(Shop.Business, new LocalDate(2026, 11, day)).Value;
        Assert.Equal((minutes, Clp(amount)), (preview.MinutesNow, preview.Lines[0].Amount));
    }

    [Fact]
    public void FLU_05_Days_are_those_of_the_house_not_of_Greenwich()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November);
        var lateOnThe10th = Instant.FromUtc(2026, 11, 11, 2, 30);
        var preview = PlanChange.Preview(
            life.Subscription, life.Ledger, Shop.Flunt, new ChangeRequest(Shop.Business, BillingInterval.Month, false, Shop.Vat), lateOnThe10th).Value;
        Assert.Equal(new DayShare(21, 30), preview.Lines[0].Share);
    }

    [Fact]
    public void FLU_05_In_a_February_of_28_days_from_the_31st_the_share_is_of_that_period()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, new LocalDate(2027, 1, 31)).PayingUntil(new LocalDate(2027, 3, 1));
        var preview = life.Preview(Shop.Business, new LocalDate(2027, 3, 1)).Value;
        Assert.Equal(new DayShare(30, 31), preview.Lines[0].Share);
        Assert.Equal(580, preview.MinutesNow);
    }

    [Fact]
    public void FEN_04_The_whole_difference_of_money_and_hours_at_once()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November, policies: Shop.Fenicio);
        var preview = life.Preview(Shop.Business, new LocalDate(2026, 11, 30)).Value;
        Assert.Equal((Clp(240_000), 600), (preview.MoneyNow.Amount, preview.MinutesNow));
        Assert.Equal(Clp(540_000), preview.MoneyAtRenewal.Amount);
    }

    [Fact]
    public void FLU_06_A_temporary_upgrade_goes_back_by_itself_when_the_period_ends()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November);
        var preview = life.Preview(Shop.Business, The11th, temporary: true).Value;
        Assert.Equal(((LocalDate?)December, 600), (preview.EndsOn, preview.MinutesAtRenewal));
        Assert.Equal(Clp(160_000 + 300_000), preview.MoneyAtRenewal.Amount);

        life.Change(Shop.Business, The11th, temporary: true).PayingUntil(December);
        Assert.Equal("essential", life.Subscription.Terms.PlanKey);
        Assert.Equal(600, life.Entries[^1].Minutes);
        Assert.Contains(life.Events, happened => happened is PlanChanged { Reason: PlanChangeReason.TemporaryUpgradeEnded });
    }

    [Fact]
    public void FLU_06_On_a_year_a_temporary_upgrade_costs_the_days_until_the_period_ends()
    {
        var preview = SubscriptionLife.Buy(Shop.Essential, November, BillingInterval.Year)
            .Preview(Shop.Business, The11th, BillingInterval.Year, temporary: true).Value;
        Assert.Equal(new DayShare(20, 365), preview.Lines[0].Share);
    }

    [Fact]
    public void A_lasting_upgrade_over_a_temporary_one_pays_each_stretch_against_what_was_paid_in_it()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November, BillingInterval.Year)
            .Change(Shop.Business, The11th, BillingInterval.Year, temporary: true);
        var preview = life.Preview(Shop.Growth, The11th, BillingInterval.Year).Value;
        Assert.Equal(
            [("business", new DayShare(20, 365)), ("essential", new DayShare(335, 365)), (null, DayShare.Whole)],
            preview.Lines.Select(line => (line.InsteadOf, line.Share)));

        life.Change(Shop.Growth, The11th, BillingInterval.Year).PayingUntil(December);
        Assert.Equal("growth", life.Subscription.Terms.PlanKey);
    }

    [Fact]
    public void A_temporary_upgrade_is_only_to_a_higher_plan_for_the_same_interval_where_the_house_offers_it()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November);
        Assert.IsType<TemporaryUpgradeNotPossible>(life.Preview(Shop.Essential, The11th, temporary: true).Refusal);
        Assert.IsType<TemporaryUpgradeNotPossible>(life.Preview(Shop.Growth, The11th, BillingInterval.Year, temporary: true).Refusal);
        var fenicio = SubscriptionLife.Buy(Shop.Business, November, policies: Shop.Fenicio);
        Assert.IsType<TemporaryUpgradeNotPossible>(fenicio.Preview(Shop.Growth, The11th, temporary: true).Refusal);
    }

    [Fact]
    public void FLU_07_A_downgrade_acts_when_the_next_paid_term_begins_and_changes_nothing_before()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November);
        var preview = life.Preview(Shop.Essential, The11th).Value;
        Assert.Equal((PlanChangeKind.Downgrade, December, false), (preview.Kind, preview.EffectiveOn, preview.ActsAtOnce));
        Assert.Equal((Clp(0), Clp(300_000), 0, 600), (
            preview.MoneyNow.Total, preview.MoneyAtRenewal.Amount, preview.MinutesNow, preview.MinutesAtRenewal));

        life.Change(Shop.Essential, The11th);
        Assert.Equal(("business", 1200), (life.Subscription.Terms.PlanKey, life.Ledger.Balance));

        life.PayingUntil(December);
        Assert.Equal("essential", life.Subscription.Terms.PlanKey);
        Assert.Equal(Clp(300_000), life.Events.OfType<RenewalFellDue>().Last().Price);
        Assert.Equal((HourEntryKind.Grant, 600), life.Lines.Last());
    }

    [Fact]
    public void FLU_07_A_downgrade_of_a_year_waits_for_the_year_to_end()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November, BillingInterval.Year).Change(Shop.Essential, The11th, BillingInterval.Year)
            .Until(new LocalDate(2027, 10, 31));
        Assert.Equal("business", life.Subscription.Terms.PlanKey);
        Assert.Equal("essential", life.PayingUntil(new LocalDate(2027, 11, 1)).Subscription.Terms.PlanKey);
    }

    [Fact]
    public void An_upgrade_takes_the_place_of_a_scheduled_downgrade_and_a_downgrade_can_be_taken_back()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November).Change(Shop.Essential, The11th).Change(Shop.Growth, The11th);
        Assert.Null(life.Subscription.Scheduled);

        var kept = SubscriptionLife.Buy(Shop.Business, November).Change(Shop.Essential, The11th)
            .Do(The11th, (state, ledger, _, at) => SubscriptionRules.DropScheduledChange(state, ledger, at)).PayingUntil(December);
        Assert.Equal("business", kept.Subscription.Terms.PlanKey);
    }

    [Fact]
    public void FLU_07_COM_04_Asking_for_the_plan_in_force_takes_a_scheduled_change_back_and_keeps_the_price()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November);
        var terms = life.Subscription.Terms;
        life.Change(Shop.Essential, The11th);
        var dearer = Shop.Business with { Prices = [.. Shop.Business.Prices.Select(price => price with { Amount = price.Amount + price.Amount })] };

        var preview = life.Preview(dearer, The11th).Value;
        Assert.Equal((PlanChangeKind.Keep, Clp(540_000)), (preview.Kind, preview.MoneyAtRenewal.Amount));
        Assert.Equal((false, 0), (preview.ActsAtOnce, preview.MinutesNow));

        life.Change(dearer, The11th);
        Assert.Null(life.Subscription.Scheduled);
        Assert.Equal(terms, life.PayingUntil(December).Subscription.Terms);
    }

    [Fact]
    public void FLU_08_A_downgrade_waits_until_what_was_advanced_is_repaid()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November).Change(Shop.Essential, The11th)
            .Use(1200, The11th).Advance(100, The11th).Use(60, The11th).PayingUntil(December);
        Assert.Equal("business", life.Subscription.Terms.PlanKey);
        Assert.Equal(60, Assert.Single(life.Events.OfType<DowngradePostponed>()).OwedMinutes);
        Assert.Equal(0, life.Ledger.OwedMinutes);

        Assert.Equal("essential", life.PayingUntil(new LocalDate(2027, 1, 1)).Subscription.Terms.PlanKey);
    }

    [Fact]
    public void FEN_05_A_downgrade_before_the_commitment_ends_is_refused_naming_the_date()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November, policies: Shop.Fenicio);
        Assert.Equal(new CommittedUntil(new LocalDate(2027, 11, 1)), life.Preview(Shop.Essential, The11th).Refusal);

        life.PayingUntil(new LocalDate(2027, 10, 2));
        Assert.False(life.Preview(Shop.Essential, new LocalDate(2027, 10, 2)).IsRefused);
    }

    [Fact]
    public void Annual_to_monthly_is_no_upgrade_whatever_the_prices_and_acts_with_the_next_term()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November, BillingInterval.Year);
        var preview = life.Preview(Shop.Business, The11th, BillingInterval.Month).Value;
        Assert.Equal((PlanChangeKind.IntervalSwitch, new LocalDate(2027, 11, 1)), (preview.Kind, preview.EffectiveOn));
        Assert.Equal(Clp(540_000), preview.MoneyAtRenewal.Amount);
    }

    [Fact]
    public void Monthly_to_annual_begins_a_year_with_the_next_term()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November).Change(Shop.Essential, The11th, BillingInterval.Year).PayingUntil(December);
        Assert.Equal(new LocalDate(2027, 12, 1), life.Subscription.Term.End);
        Assert.Equal(Clp(3_240_000), life.Events.OfType<RenewalFellDue>().Last().Price);
    }

    [Fact]
    public void A_higher_plan_is_an_upgrade_even_when_it_costs_less()
    {
        var bargain = Shop.Offer("bargain", 9, 6000, 150_000);
        var preview = SubscriptionLife.Buy(Shop.Essential, November).Preview(bargain, The11th).Value;
        Assert.Equal(PlanChangeKind.Upgrade, preview.Kind);
        Assert.Equal(Clp(-100_000), preview.Lines[0].Amount);
    }

    [Fact]
    public void An_upgrade_that_also_switches_the_interval_upgrades_now_and_switches_with_the_next_term()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November);
        var preview = life.Preview(Shop.Business, The11th, BillingInterval.Year).Value;
        Assert.Equal((BillingInterval.Month, BillingInterval.Year), (preview.To.Interval, preview.Then!.Interval));
        Assert.Equal(Clp(160_000 + 5_832_000), preview.MoneyAtRenewal.Amount);

        life.Change(Shop.Business, The11th, BillingInterval.Year).PayingUntil(December);
        Assert.Equal(new LocalDate(2027, 12, 1), life.Subscription.Term.End);
    }

    [Fact]
    public void What_is_in_force_already_is_no_change()
    {
        var life = SubscriptionLife.Buy(Shop.Business, November);
        Assert.IsType<NothingToChange>(life.Preview(Shop.Business, The11th).Refusal);
        life.Change(Shop.Essential, The11th);
        Assert.IsType<NothingToChange>(life.Preview(Shop.Essential, The11th).Refusal);
    }

    [Fact]
    public void Nothing_is_changed_while_a_payment_is_missing_or_the_end_has_been_asked_for()
    {
        var pastDue = SubscriptionLife.Buy(Shop.Essential, November);
        Assert.Equal(new PaymentOverdue(December), pastDue.Preview(Shop.Business, December.PlusDays(5)).Refusal);
        var ending = SubscriptionLife.Buy(Shop.Essential, November).Do(The11th, SubscriptionRules.Cancel);
        Assert.IsType<SubscriptionNotReady>(ending.Preview(Shop.Business, The11th).Refusal);
    }

    private static Money Clp(long amount) => new(amount, Currency.Clp);
}
