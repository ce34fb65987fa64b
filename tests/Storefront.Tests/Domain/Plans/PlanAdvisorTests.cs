using FsCheck;
using FsCheck.Fluent;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Plans;

public class PlanAdvisorTests
{
    private static readonly PlanCatalogue Flunt = HandbookCatalogue.Load("flunt").Value.Plans;

    [Theory]
    [InlineData(0, "essential", 600)]
    [InlineData(600, "essential", 0)]
    [InlineData(601, "business", 599)]
    [InlineData(1500, "growth", 900)]
    [InlineData(3600, "enterprise", 0)]
    public void The_cheapest_plan_that_covers_the_need_is_named_with_what_it_spares(int minutes, string plan, int spare)
    {
        var advice = PlanAdvisor.Advise(Flunt, minutes, BillingInterval.Month, Currency.Clp).Value;
        Assert.Equal(PlanAdviceReason.CheapestThatCovers, advice.Reason);
        Assert.Equal(plan, advice.Recommended.Plan.Key);
        Assert.Equal(spare, advice.Recommended.SpareMinutes);
        Assert.Equal(0, advice.Recommended.ShortfallMinutes);
        Assert.Equal(4, advice.Options.Length);
    }

    [Fact]
    public void The_plan_below_is_named_with_what_it_lacks()
    {
        var advice = PlanAdvisor.Advise(Flunt, 1500, BillingInterval.Year, Currency.Usd).Value;
        Assert.Equal("business", advice.NextBelow!.Plan.Key);
        Assert.Equal(300, advice.NextBelow.ShortfallMinutes);
        Assert.Equal(Currency.Usd, advice.Recommended.Price.Amount.Currency);
        Assert.Equal(BillingInterval.Year, advice.Recommended.Price.Interval);
    }

    [Fact]
    public void A_need_beyond_every_plan_names_the_largest_and_what_is_missing()
    {
        var advice = PlanAdvisor.Advise(Flunt, 4000, BillingInterval.Month, Currency.Clp).Value;
        Assert.Equal(PlanAdviceReason.LargestAvailable, advice.Reason);
        Assert.Equal("enterprise", advice.Recommended.Plan.Key);
        Assert.Equal(400, advice.Recommended.ShortfallMinutes);
    }

    [Fact]
    public void A_larger_plan_wins_where_it_is_cheaper_and_where_it_costs_the_same()
    {
        var cheaper = new PlanCatalogue([SamplePlans.Plan("small", 1, 10, 500), SamplePlans.Plan("large", 2, 20, 400)]);
        Assert.Equal("large", PlanAdvisor.Advise(cheaper, 60, BillingInterval.Month, Currency.Clp).Value.Recommended.Plan.Key);

        var same = new PlanCatalogue([SamplePlans.Plan("small", 1, 10, 400), SamplePlans.Plan("large", 2, 20, 400)]);
        Assert.Equal("large", PlanAdvisor.Advise(same, 60, BillingInterval.Month, Currency.Clp).Value.Recommended.Plan.Key);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(60_001)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void An_absurd_need_is_refused(int minutes)
    {
        Assert.Equal(new AbsurdNeed(0, 60_000), PlanAdvisor.Advise(Flunt, minutes, BillingInterval.Month, Currency.Clp).Refusal);
    }

    [Fact]
    public void Where_nothing_is_sold_nothing_is_advised()
    {
        Assert.Equal(new NoPlanOnOffer(BillingInterval.Once, "CLP"), PlanAdvisor.Advise(Flunt, 60, BillingInterval.Once, Currency.Clp).Refusal);
    }

    [Fact]
    public void No_plan_that_covers_the_need_is_cheaper_than_the_one_named() => Check.QuickThrowOnFailure(Prop.ForAll<NonNegativeInt>(need =>
    {
        var advice = PlanAdvisor.Advise(Flunt, need.Get % 4000, BillingInterval.Month, Currency.Clp).Value;
        return advice.Options.All(option => !option.Covers || option.Price.Amount >= advice.Recommended.Price.Amount);
    }));
}
