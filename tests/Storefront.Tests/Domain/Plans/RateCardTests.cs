using NodaTime;
using Storefront.Domain.Plans.Rates;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Plans;

/// <summary>ALF-02: an hour costs what the day's season says.</summary>
public class RateCardTests
{
    private static readonly Currency Brl = Currency.Parse("BRL");
    private static readonly RateSeason Autumn = Season("autumn", 3, 1, 5, 31, 200);
    private static readonly RateSeason NewYear = Season("new-year", 12, 20, 1, 6, 150);
    private static readonly RateCard Card = new(Reais("200"), [Autumn, NewYear]);

    [Theory]
    [InlineData(2026, 4, 15, "400")]
    [InlineData(2026, 3, 1, "400")]
    [InlineData(2026, 5, 31, "400")]
    [InlineData(2026, 2, 28, "200")]
    [InlineData(2026, 6, 1, "200")]
    [InlineData(2026, 12, 31, "300")]
    [InlineData(2027, 1, 6, "300")]
    [InlineData(2027, 1, 7, "200")]
    public void ALF_02_A_season_holds_from_its_first_day_through_its_last(int year, int month, int day, string rate) =>
        Assert.Equal(Reais(rate), Card.RateOn(new LocalDate(year, month, day)));

    [Fact]
    public void ALF_02_A_season_of_29_February_is_there_every_year()
    {
        var leap = Card with { Seasons = [Season("leap", 2, 29, 2, 29, 200)] };

        Assert.Equal(Reais("400"), leap.RateOn(new LocalDate(2028, 2, 29)));
        Assert.Equal(Reais("400"), leap.RateOn(new LocalDate(2027, 2, 28)));
    }

    [Fact]
    public void ALF_02_Half_a_cent_is_rounded_up() =>
        Assert.Equal(Reais("300.02"), (Card with { Base = Reais("200.01"), Seasons = [NewYear] }).RateOn(new LocalDate(2026, 12, 31)));

    [Fact]
    public void ALF_02_Coming_seasons_are_told_the_nearest_first()
    {
        var coming = Card.ComingAfter(new LocalDate(2026, 4, 1)).Select(next => (next.From, next.Season.Key));

        Assert.Equal([(new LocalDate(2026, 12, 20), "new-year"), (new LocalDate(2027, 3, 1), "autumn")], coming);
    }

    [Fact]
    public void ALF_02_Seasons_that_share_a_day_are_found()
    {
        Assert.Null(Card.Overlap());
        Assert.Equal((Autumn, Season("late", 5, 31, 6, 2, 100)), (Card with { Seasons = [Autumn, Season("late", 5, 31, 6, 2, 100)] }).Overlap());
    }

    private static RateSeason Season(string key, int fromMonth, int fromDay, int throughMonth, int throughDay, int percent) =>
        new(key, new LocalizedText(("en", key)), new AnnualDate(fromMonth, fromDay), new AnnualDate(throughMonth, throughDay), percent);

    private static Money Reais(string amount) => Money.ParseDecimal(amount, Brl);
}
