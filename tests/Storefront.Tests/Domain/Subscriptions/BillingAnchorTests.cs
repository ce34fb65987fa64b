using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

public class BillingAnchorTests
{
    [Fact]
    public void From_the_31st_of_January_every_boundary_is_clamped_by_itself()
    {
        var anchor = new BillingAnchor(new LocalDate(2027, 1, 31));
        Assert.Equal(
            [new(2027, 1, 31), new(2027, 2, 28), new(2027, 3, 31), new(2027, 4, 30), new(2027, 5, 31)],
            Enumerable.Range(0, 5).Select(anchor.Boundary));
    }

    [Fact]
    public void In_a_leap_year_February_ends_on_the_29th() =>
        Assert.Equal(new LocalDate(2028, 2, 29), new BillingAnchor(new LocalDate(2028, 1, 31)).Boundary(1));

    [Fact]
    public void A_year_from_the_29th_of_February_ends_on_the_28th_and_the_fourth_one_on_the_29th_again()
    {
        var anchor = new BillingAnchor(new LocalDate(2028, 2, 29));
        var first = anchor.TermFrom(anchor.Date, BillingInterval.Year);
        Assert.Equal(new DateRun(new LocalDate(2028, 2, 29), new LocalDate(2029, 2, 28)), first);
        Assert.Equal(new LocalDate(2032, 2, 29), anchor.Boundary(48));
        Assert.Equal(new LocalDate(2030, 2, 28), anchor.TermFrom(first.End, BillingInterval.Year).End);
    }

    [Fact]
    public void What_is_bought_once_has_no_term() =>
        Assert.Throws<ArgumentException>(() => new BillingAnchor(new LocalDate(2027, 1, 1)).TermFrom(new LocalDate(2027, 1, 1), BillingInterval.Once));

    [Fact]
    public void Periods_follow_one_another_without_gap_and_hold_every_date() =>
        Prop.ForAll(
            Gen.Choose(0, 4000).ToArbitrary(),
            Gen.Choose(-4000, 4000).ToArbitrary(),
            (start, distance) =>
            {
                var anchor = new BillingAnchor(new LocalDate(2024, 1, 1).PlusDays(start));
                var date = anchor.Date.PlusDays(distance);
                var index = anchor.IndexOf(date);
                var period = anchor.PeriodOf(date);
                return period.Contains(date)
                    && period == anchor.Period(index)
                    && anchor.Period(index + 1).Start == period.End
                    && period.Days is >= 28 and <= 31;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Days_left_count_the_day_itself_and_none_after_the_end()
    {
        var november = new DateRun(new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 1));
        Assert.Equal(20, november.DaysFrom(new LocalDate(2026, 11, 11)));
        Assert.Equal(1, november.DaysFrom(new LocalDate(2026, 11, 30)));
        Assert.Equal(0, november.DaysFrom(new LocalDate(2026, 12, 1)));
        Assert.Equal(30, november.DaysFrom(new LocalDate(2026, 10, 1)));
    }

    [Fact]
    public void A_day_whose_midnight_the_clocks_skip_begins_when_it_begins()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Santiago"];
        var september = new DateRun(new LocalDate(2026, 8, 6), new LocalDate(2026, 9, 6)).In(zone);
        Assert.Equal(new LocalDateTime(2026, 9, 6, 1, 0), september.End.InZone(zone).LocalDateTime);
    }
}
