using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Tests.Domain.Houses;
using Storefront.Tests.Domain.Subscriptions.Model;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>Periods begin with the days of the house's zone: Chile changes its clocks at midnight, the others do not change them.</summary>
public class HouseTimeTests
{
    [Fact]
    public void COM_07_In_Chile_periods_begin_at_midnight_before_and_after_the_clocks_change()
    {
        // On 6 September 2026 there is no midnight; on 4 April 2027 the evening before has one hour more.
        var spring = Granted(new LocalDate(2026, 7, 6), months: 4);
        var autumn = Granted(new LocalDate(2027, 3, 4), months: 3);

        Assert.Equal(
            [Instant.FromUtc(2026, 8, 6, 4, 0), Instant.FromUtc(2026, 9, 6, 4, 0), Instant.FromUtc(2026, 10, 6, 3, 0), Instant.FromUtc(2026, 11, 6, 3, 0)],
            spring);
        Assert.Equal([Instant.FromUtc(2027, 4, 4, 4, 0), Instant.FromUtc(2027, 5, 4, 4, 0), Instant.FromUtc(2027, 6, 4, 4, 0)], autumn);
    }

    [Fact]
    public void COM_07_From_31_January_periods_begin_on_the_last_day_of_short_months_and_on_the_31st_of_long_ones()
    {
        var zone = Loaded.Flunt.Zone;

        Assert.Equal(
            [new LocalDate(2028, 2, 29), new LocalDate(2028, 3, 31), new LocalDate(2028, 4, 30), new LocalDate(2028, 5, 31)],
            Granted(new LocalDate(2028, 1, 31), months: 4).Select(at => at.InZone(zone).Date));
        Assert.Equal(
            [new LocalDate(2028, 3, 29), new LocalDate(2028, 4, 29)],
            Granted(new LocalDate(2028, 2, 29), months: 2).Select(at => at.InZone(zone).Date));
        Assert.Equal(new LocalDate(2029, 2, 28), Granted(new LocalDate(2028, 2, 29), months: 12)[^1].InZone(zone).Date);
    }

    [Fact]
    public void COM_07_Where_the_clocks_never_change_every_day_begins_at_the_same_hour()
    {
        foreach (var (house, hour) in new[] { (Loaded.Fenicio, 3), (Loaded.Alfinet, 3), (Loaded.TecnoSoluciones, 5), (Loaded.Sense, 5) })
        {
            var policies = new SubscriptionPolicies(house.Hours, house.Changes, house.Zone);
            for (var day = new LocalDate(2026, 1, 1); day < new LocalDate(2028, 1, 1); day = day.PlusDays(1))
            {
                Assert.Equal(day.AtMidnight().InUtc().ToInstant() + Duration.FromHours(hour), policies.StartOf(day));
            }
        }
    }

    [Fact]
    public void COM_07_What_was_slept_through_for_three_months_is_done_at_its_own_instants_over_the_change_of_the_clocks()
    {
        var start = Noon(new LocalDate(2026, 7, 31));
        var (awake, asleep) = (
            HouseLife.Buy(Loaded.Flunt, "essential", BillingInterval.Year, start), HouseLife.Buy(Loaded.Flunt, "essential", BillingInterval.Year, start));
        for (var hours = 1; hours <= 24 * 100; hours++)
        {
            awake.MoveTo(start + Duration.FromHours(hours));
        }

        asleep.MoveTo(start + Duration.FromHours(24 * 100));

        Assert.Equal(awake.Entries.Select(Shown), asleep.Entries.Select(Shown));
        Assert.Equal(awake.Events.Select(happened => (happened.GetType(), happened.At)), asleep.Events.Select(happened => (happened.GetType(), happened.At)));
        Assert.Equal(4, asleep.Entries.Count(entry => entry.Kind == HourEntryKind.Grant));

        static (HourEntryKind, int, int, Instant, Instant?) Shown(HourEntry entry) =>
            (entry.Kind, entry.Minutes, entry.BalanceAfter, entry.At, entry.ExpiresAt);
    }

    /// <summary>When a year that was bought on a day is granted, after the first time.</summary>
    private static Instant[] Granted(LocalDate day, int months)
    {
        var life = HouseLife.Buy(Loaded.Flunt, "essential", BillingInterval.Year, Noon(day));
        life.MoveTo(Noon(day.PlusMonths(months).PlusDays(1)));
        return [.. life.Entries.Where(entry => entry.Kind == HourEntryKind.Grant).Skip(1).Select(entry => entry.At)];
    }

    private static Instant Noon(LocalDate day) => day.At(new LocalTime(12, 0)).InZoneStrictly(Loaded.Flunt.Zone).ToInstant();
}
