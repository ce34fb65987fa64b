using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Store;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>What a plan costs whoever has earned another, by Fenicio's own handbook.</summary>
public sealed class EarnedPriceTests
{
    private static readonly Handbook House = Handbooks.Load("fenicio");
    private static readonly SubscriptionPolicies Policies = new(House.Hours, House.Changes, House.Zone);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 10, 12, 0);

    [Fact]
    public void FEN_02_From_an_earned_plan_a_higher_one_costs_the_difference_of_the_list_prices_and_then_its_own()
    {
        var price = PriceOf("gold", earned: "silver").Value;

        // 21 900 less 11 900, and 22 % on it; then 21 900 and 22 % on that.
        Assert.Equal((10_000_00L, 2_200_00L, 12_200_00L), (price.Net.MinorUnits, price.Tax.MinorUnits, price.Total.MinorUnits));
        Assert.Equal((11_900_00L, 2_618_00L), (price.Credit.MinorUnits, price.CreditTax.MinorUnits));
        Assert.Equal((26_718_00L, "silver"), (price.RenewalTotal.MinorUnits, price.InsteadOf?.PlanKey));
    }

    [Theory]
    [InlineData("silver", "silver")]
    [InlineData("silver", "gold")]
    public void FEN_02_What_is_no_higher_than_the_earned_plan_is_not_sold_before_it_ends(string plan, string earned)
    {
        var refused = Assert.IsType<EarnedPlanServes>(PriceOf(plan, earned).Refusal);

        Assert.Equal((earned, new LocalDate(2026, 12, 10)), (refused.PlanKey, refused.Until));
    }

    [Fact]
    public void FEN_02_Without_an_earned_plan_or_with_one_that_begins_later_the_list_price_is_asked_for()
    {
        var later = Free() with { EarnedNext = new EarnedPlan(Terms("silver"), new LocalDate(2026, 12, 10)) };
        foreach (var subscription in new[] { null, Free(), later })
        {
            var price = FreePlans.PriceOf(subscription, Terms("gold"), House.Plans, House.Tax.Rate).Value;
            Assert.Equal((26_718_00L, 0L, null), (price.Total.MinorUnits, price.Credit.MinorUnits, price.InsteadOf));
        }
    }

    private static Result<PurchasePrice> PriceOf(string plan, string earned) => FreePlans.PriceOf(
        Free() with { Earned = new EarnedPlan(Terms(earned), new LocalDate(2026, 11, 10)) }, Terms(plan), House.Plans, House.Tax.Rate);

    private static SubscriptionState Free()
    {
        var ordered = SubscriptionState.Order(SubscriptionId.New(Now), Terms("basico"), Policies, Now);
        return SubscriptionRules.Pay(ordered, HourLedger.Empty, Policies, Now).Value.Subscription;
    }

    private static PlanTerms Terms(string plan) => PlanTerms.Of(House.Plans.Find(plan)!, BillingInterval.Month, House.DefaultCurrency).Value;
}
