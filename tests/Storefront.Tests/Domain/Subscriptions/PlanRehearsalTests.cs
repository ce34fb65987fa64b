using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions.Rehearsal;
using Storefront.Tests.Domain.Hours;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>A customer's last months on every plan.</summary>
public class PlanRehearsalTests
{
    private static readonly PlanCatalogue Plans = new([Shop.Essential, Shop.Business, Shop.Growth]);

    [Fact]
    public void The_cheapest_that_covers_all_of_it_comes_first()
    {
        var played = Play(500, 550, 590);

        Assert.Equal(("essential", BillingInterval.Year), (played[0].Plan.Key, played[0].Price.Interval));

        // A quarter of the yearly price of 3 240 000.
        Assert.Equal(810_000, played[0].Cost.MinorUnits);
        Assert.Equal(900_000, played.First(plan => plan is { Plan.Key: "essential", Price.Interval: BillingInterval.Month }).Cost.MinorUnits);
        Assert.Equal(6, played.Length);
    }

    [Fact]
    public void FLU_03_What_rolled_over_covers_a_busier_month()
    {
        // 300 left of November roll over 90: December's 680 fit into 600 and 90.
        var essential = Play(300, 680).First(plan => plan.Plan.Key == "essential");

        Assert.Equal((0, 0), (essential.UncoveredMinutes, essential.AdvancedMinutes));
        Assert.Equal(90, essential.RolledOverMinutes - (10 * 30 / 100));
    }

    [Fact]
    public void FLU_08_An_advance_covers_what_rollover_does_not_and_is_repaid()
    {
        var essential = Play(800, 400).First(plan => plan.Plan.Key == "essential");

        Assert.Equal((0, 200), (essential.UncoveredMinutes, essential.AdvancedMinutes));
    }

    [Fact]
    public void What_no_advance_can_cover_is_told_and_puts_the_plan_behind_those_that_cover_it()
    {
        var played = Play(1000, 1000);

        Assert.Equal("business", played[0].Plan.Key);
        var essential = played.First(plan => plan.Plan.Key == "essential");
        Assert.True(essential.UncoveredMinutes > 0);
        Assert.All(played.TakeWhile(plan => plan.UncoveredMinutes == 0), plan => Assert.NotEqual("essential", plan.Plan.Key));
    }

    [Fact]
    public void FEN_12_Where_overage_is_billed_it_is_part_of_the_cost()
    {
        var silver = Shop.Offer("silver", 1, 300, 7_000) with { OverageHourlyRates = [new Money(2_000, Currency.Clp)] };
        var gold = Shop.Offer("gold", 2, 600, 12_000) with { OverageHourlyRates = [new Money(1_500, Currency.Clp)] };

        var played = PlanRehearsal.Play(new PlanCatalogue([silver, gold]), HourRules.Fenicio, Currency.Clp, Periods(390))
            .Where(plan => plan.Price.Interval == BillingInterval.Month).ToList();

        Assert.Equal([("silver", 10_000L, 90), ("gold", 12_000L, 0)], played.Select(plan => (plan.Plan.Key, plan.Cost.MinorUnits, plan.OverageMinutes)));
    }

    [Fact]
    public void Without_a_period_there_is_nothing_to_replay() => Assert.Empty(PlanRehearsal.Play(Plans, HourRules.Flunt, Currency.Clp, []));

    private static RehearsedPlan[] Play(params int[] months) => [.. PlanRehearsal.Play(Plans, HourRules.Flunt, Currency.Clp, Periods(months))];

    private static RehearsedPeriod[] Periods(params int[] months) =>
    [
        .. months.Select((minutes, index) =>
        {
            var start = SubscriptionLife.Noon(new LocalDate(2026, 1, 1).PlusMonths(index));
            var end = SubscriptionLife.Noon(new LocalDate(2026, 1, 1).PlusMonths(index + 1));
            return new RehearsedPeriod(start, end, [new RehearsedUse(start + Duration.FromDays(3), minutes / 2), new RehearsedUse(start + Duration.FromDays(9), minutes - (minutes / 2))]);
        }),
    ];
}
