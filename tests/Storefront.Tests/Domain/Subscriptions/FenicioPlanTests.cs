using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Tests.Domain.Houses;
using Storefront.Tests.Domain.Subscriptions.Model;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>Fenicio's rules on changes, on the handbook that comes with the program.</summary>
public class FenicioPlanTests
{
    private static readonly LocalDate First = new(2026, 11, 5);

    [Fact]
    public void FEN_04_An_upgrade_costs_the_whole_difference_whatever_the_day_and_brings_all_its_hours()
    {
        var life = Buy("silver");
        life.MoveTo(At(First.PlusDays(29)));

        var preview = life.PreviewChange("platinum", BillingInterval.Month, temporary: false).Value;
        life.Change(preview);

        Assert.Equal((2_800_000L, 616_000L), (preview.MoneyNow.Amount.MinorUnits, preview.MoneyNow.Tax.MinorUnits));
        Assert.Equal((900, 1200), (preview.MinutesNow, life.Ledger.Balance));
    }

    [Fact]
    public void FEN_05_A_downgrade_before_twelve_months_is_refused_naming_the_date()
    {
        var life = Buy("gold");

        Assert.Equal(new CommittedUntil(new LocalDate(2027, 11, 5)), life.PreviewChange("silver", BillingInterval.Month, temporary: false).Refusal);
    }

    [Fact]
    public void FEN_05_In_the_twelfth_month_a_downgrade_is_put_down_for_the_end_of_the_contract()
    {
        var life = Buy("gold");
        Renew(life, 11);

        var preview = life.PreviewChange("silver", BillingInterval.Month, temporary: false).Value;
        life.Change(preview);
        Renew(life, 1);

        Assert.Equal(new LocalDate(2027, 11, 5), preview.EffectiveOn);
        Assert.Equal(("silver", 300), (life.Subscription.Terms.PlanKey, life.Ledger.Balance));
    }

    [Fact]
    public void FEN_05_A_cancellation_acts_when_the_contract_ends_and_the_free_plan_follows()
    {
        var life = Buy("gold");
        life.MoveTo(At(First.PlusDays(3)));

        var preview = life.PreviewWish(WishKind.Cancel).Value;
        life.Wish(WishKind.Cancel);
        Renew(life, 11);
        Assert.Equal(("gold", true), (life.Subscription.Terms.PlanKey, life.Subscription.CancelRequested));
        life.MoveTo(At(First.PlusYears(1)));

        Assert.Equal((new LocalDate(2027, 11, 5), First.PlusMonths(1)), (preview.EffectiveOn, preview.NextPaymentOn));
        Assert.Equal(("basico", 60), (life.Subscription.Terms.PlanKey, life.Ledger.Balance));
    }

    [Fact]
    public void FEN_05_Neither_pauses_nor_upgrades_for_a_while_are_offered()
    {
        var life = Buy("silver");

        Assert.IsType<PauseNotOffered>(life.PreviewWish(WishKind.Pause).Refusal);
        Assert.Equal(
            new TemporaryUpgradeNotPossible("gold"), life.PreviewChange("gold", BillingInterval.Month, temporary: true).Refusal);
    }

    [Fact]
    public void FEN_06_Not_a_minute_is_granted_before_it_is_paid()
    {
        var life = Buy("gold");
        life.MoveTo(At(First.PlusMonths(1)));
        Assert.Equal((0, PlanSubscriptionStatus.PastDue), (life.Ledger.Balance, life.Subscription.Status));

        life.Pay();

        Assert.Equal((600, PlanSubscriptionStatus.Active), (life.Ledger.Balance, life.Subscription.Status));
    }

    private static HouseLife Buy(string plan) => HouseLife.Buy(Loaded.Fenicio, plan, BillingInterval.Month, At(First));

    private static void Renew(HouseLife life, int times)
    {
        for (; times > 0; times--)
        {
            life.MoveTo(At(life.Subscription.Period.End));
            life.Pay();
        }
    }

    private static Instant At(LocalDate day) => day.At(new LocalTime(12, 0)).InZoneStrictly(Loaded.Fenicio.Zone).ToInstant();
}
