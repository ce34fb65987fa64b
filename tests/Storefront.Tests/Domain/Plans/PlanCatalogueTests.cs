using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Plans;

public class PlanCatalogueTests
{
    private static readonly Plan Small = SamplePlans.Plan("small", 1, 10, 500);
    private static readonly Plan Large = SamplePlans.Plan("large", 2, 20, 400, BillingInterval.Month, BillingInterval.Year);
    private static readonly PlanCatalogue Catalogue = new([Large, Small]);

    [Fact]
    public void Plans_come_in_the_order_of_their_rank()
    {
        Assert.Equal([Small, Large], Catalogue.Plans.AsEnumerable());
        Assert.Equal([Large], Catalogue.Above(Small));
        Assert.Empty(Catalogue.Above(Large));
    }

    [Fact]
    public void Upgrade_and_downgrade_go_by_rank_even_where_the_higher_plan_is_cheaper()
    {
        Assert.Equal(PlanStep.Upgrade, PlanCatalogue.Step(Small, Large));
        Assert.Equal(PlanStep.Downgrade, PlanCatalogue.Step(Large, Small));
        Assert.Equal(PlanStep.Same, PlanCatalogue.Step(Large, Large));
    }

    [Fact]
    public void An_unknown_plan_is_refused_naming_the_known_ones()
    {
        var refusal = Assert.IsType<UnknownPlan>(Catalogue.Get("huge").Refusal);
        Assert.Equal("huge", refusal.PlanKey);
        Assert.Equal(["small", "large"], refusal.Known.AsEnumerable());
        Assert.IsType<UnknownPlan>(Catalogue.PriceOf("huge", BillingInterval.Month, Currency.Clp).Refusal);
    }

    [Theory]
    [InlineData(BillingInterval.Year, "CLP")]
    [InlineData(BillingInterval.Once, "CLP")]
    [InlineData(BillingInterval.Month, "USD")]
    public void An_interval_or_currency_that_is_not_sold_is_refused(BillingInterval interval, string currency)
    {
        Assert.Equal(
            new PriceNotOffered("small", interval, currency),
            Catalogue.PriceOf("small", interval, Currency.Parse(currency)).Refusal);
    }

    [Fact]
    public void Two_plans_of_one_key_or_rank_cannot_be_a_catalogue()
    {
        Assert.Throws<ArgumentException>(() => new PlanCatalogue([Small, SamplePlans.Plan("small", 3, 1, 1)]));
        Assert.Throws<ArgumentException>(() => new PlanCatalogue([Small, SamplePlans.Plan("other", 1, 1, 1)]));
        Assert.Throws<ArgumentException>(() => new PlanCatalogue([Small with { Highlighted = true }, Large with { Highlighted = true }]));
    }
}
