using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Subscriptions;
using Storefront.Tests.Domain.Hours;
using Storefront.Tests.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Houses;

/// <summary>The policies that the rules are tested with are those of the houses' handbooks.</summary>
public class TestedPoliciesTests
{
    [Fact]
    public void Flunts_hours_and_changes_are_tested_as_they_are_sold() => AssertSame(Loaded.Flunt, HourRules.Flunt, Shop.FluntChanges);

    [Fact]
    public void Fenicios_hours_and_changes_are_tested_as_they_are_sold() => AssertSame(Loaded.Fenicio, HourRules.Fenicio, Shop.FenicioChanges);

    private static void AssertSame(Handbook house, HourPolicy hours, ChangePolicy changes)
    {
        Assert.Equal(
            (house.Hours.RolloverPercent, house.Hours.AdvancePercent, house.Hours.GraceDays, house.Hours.OnCallPercent, house.Hours.Overage),
            (hours.RolloverPercent, hours.AdvancePercent, hours.GraceDays, hours.OnCallPercent, hours.Overage));
        Assert.Equal(
            house.Hours.MinimumMinutesPerTicket.OrderBy(plan => plan.Key, StringComparer.Ordinal),
            hours.MinimumMinutesPerTicket.OrderBy(plan => plan.Key, StringComparer.Ordinal));
        Assert.Equal(house.Hours.UseOrder.Where(hours.UseOrder.Contains), hours.UseOrder);

        // How long a preview holds is not a rule, and the free plan is given where it is tested.
        Assert.Equal(house.Changes with { PreviewMinutes = changes.PreviewMinutes, BasePlan = changes.BasePlan }, changes);
    }
}
