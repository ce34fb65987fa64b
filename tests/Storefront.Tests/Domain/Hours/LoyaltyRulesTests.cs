using NodaTime;
using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Hours;

/// <summary>FEN-02: what the average of four months' commission earns.</summary>
public class LoyaltyRulesTests
{
    private static readonly Currency Uyu = Currency.Parse("UYU");
    private static readonly LocalDate November = new(2026, 11, 10);

    private static readonly LoyaltyPolicy Fenicio = new(4,
    [
        new LoyaltyLevel("silver", Pesos("76200"), Inclusive: true),
        new LoyaltyLevel("gold", Pesos("130000"), Inclusive: true),
        new LoyaltyLevel("platinum", Pesos("328000"), Inclusive: false),
    ]);

    [Fact]
    public void FEN_02_The_average_of_the_ledgers_example_earns_silver()
    {
        var standing = Stand("87543", "75901", "76202", "81001");

        Assert.Equal("silver", standing.Level!.PlanKey);
        Assert.Equal(Pesos("80161.75"), standing.Average);
        Assert.Null(standing.Breaks);
    }

    [Theory]
    [InlineData("76200", "silver")]
    [InlineData("76199.99", null)]
    [InlineData("129999.99", "silver")]
    [InlineData("130000", "gold")]
    [InlineData("328000", "gold")]
    [InlineData("328000.01", "platinum")]
    [InlineData("0", null)]
    public void FEN_02_Thresholds_are_met_exactly_without_rounding(string average, string? plan) =>
        Assert.Equal(plan, Stand(average, average, average, average).Level?.PlanKey);

    [Fact]
    public void FEN_02_A_quarter_of_a_minor_unit_below_the_threshold_earns_nothing() =>
        Assert.Null(Stand("76200", "76200", "76200", "76199.99").Level);

    [Fact]
    public void FEN_02_One_month_late_earns_nothing_and_is_named()
    {
        var standing = Stand([Month(7, "90000"), Month(8, "90000", onTime: false), Month(9, "90000"), Month(10, "90000")]);

        Assert.Null(standing.Level);
        Assert.Equal((2, new YearMonth(2026, 8)), (standing.InRow, standing.Breaks!.Month));
    }

    [Fact]
    public void FEN_02_One_month_missing_earns_nothing_and_is_named()
    {
        var standing = Stand([Month(7, "90000"), Month(9, "90000"), Month(10, "90000")]);

        Assert.Null(standing.Level);
        Assert.Equal(new YearMonth(2026, 8), standing.Breaks!.Month);
        Assert.Null(standing.Breaks.Recorded);
    }

    [Fact]
    public void FEN_02_Until_the_last_month_is_in_the_books_the_row_before_it_stands() =>
        Assert.Equal("silver", Stand([Month(6, "90000"), Month(7, "90000"), Month(8, "90000"), Month(9, "90000")]).Level!.PlanKey);

    [Fact]
    public void FEN_02_A_row_that_ended_two_months_ago_earns_nothing() =>
        Assert.Null(Stand([Month(5, "90000"), Month(6, "90000"), Month(7, "90000"), Month(8, "90000")]).Level);

    [Fact]
    public void FEN_02_The_meter_says_what_the_next_month_must_bring()
    {
        var goals = Stand("87543", "75901", "76202", "81001").Goals;

        // 4 × 76 200 less the three months that stay in the row.
        Assert.Equal((1, Pesos("71696")), (goals[0].Months, goals[0].Needed));
        Assert.Equal((1, Pesos("1078896.01")), (goals[2].Months, goals[2].Needed));
    }

    [Fact]
    public void FEN_02_Months_are_recorded_once_in_order_and_when_they_are_over()
    {
        CommissionMonth[] recorded = [Month(8, "1"), Month(9, "1")];

        Assert.Equal(new CommissionMonthRecorded(new LocalDate(2026, 9, 1)), Check(Month(9, "2")));
        Assert.Equal(new CommissionMonthOutOfOrder(new LocalDate(2026, 7, 1), new LocalDate(2026, 9, 1)), Check(Month(7, "2")));
        Assert.Equal(new CommissionMonthNotOver(new LocalDate(2026, 11, 1)), Check(Month(11, "2")));
        Assert.Equal(new CommissionNotValid("UYU"), Check(Month(10, "2") with { Net = -Pesos("1") }));
        Assert.Equal(new CommissionNotValid("UYU"), Check(Month(10, "2") with { Net = new Money(1, Currency.Clp) }));
        Assert.Null(Check(Month(10, "2")));

        Refusal? Check(CommissionMonth month) => LoyaltyRules.Check(recorded, month, Uyu, November).Refusal;
    }

    private static LoyaltyStanding Stand(params string[] amounts) => Stand([.. amounts.Select((amount, index) => Month(7 + index, amount))]);

    private static LoyaltyStanding Stand(CommissionMonth[] months) => LoyaltyRules.Stand(Fenicio, months, November);

    private static CommissionMonth Month(int month, string amount, bool onTime = true) => new(new YearMonth(2026, month), Pesos(amount), onTime);

    private static Money Pesos(string amount) => Money.ParseDecimal(amount, Uyu);
}
