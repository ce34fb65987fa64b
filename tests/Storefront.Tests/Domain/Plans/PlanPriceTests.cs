using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Plans;

public class PlanPriceTests
{
    private static readonly TaxRate Iva = new(1900);

    [Theory]
    [InlineData(300_000, 10, 3_240_000)]
    [InlineData(560_000, 10, 6_048_000)]
    [InlineData(1, 10, 11)]
    [InlineData(3, 10, 32)]
    [InlineData(5, 10, 54)]
    [InlineData(25, 1, 297)]
    [InlineData(300_000, 0, 3_600_000)]
    [InlineData(300_000, 100, 0)]
    public void FLU_02_A_year_is_twelve_months_less_the_discount_rounded_half_up(long monthly, int discount, long expected)
    {
        var price = PlanPrice.Annual(new Money(monthly, Currency.Clp), discount, Iva);
        Assert.Equal(expected, price.Amount.MinorUnits);
        Assert.Equal(discount, price.DiscountPercent);
        Assert.Equal(BillingInterval.Year, price.Interval);
    }

    [Fact]
    public void FLU_02_The_annual_price_is_never_more_than_half_a_minor_unit_off() =>
        Check.QuickThrowOnFailure(Prop.ForAll<NonNegativeInt, NonNegativeInt>((monthly, percent) =>
        {
            var discount = percent.Get % 101;
            var annual = PlanPrice.Annual(new Money(monthly.Get, Currency.Usd), discount, Iva).Amount.MinorUnits;
            var exactHundredfold = (BigInteger)monthly.Get * 12 * (100 - discount);
            return BigInteger.Abs(((BigInteger)annual * 100) - exactHundredfold) * 2 <= 100;
        }));

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_discount_is_between_nothing_and_all(int discount)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanPrice.Annual(new Money(1, Currency.Clp), discount, Iva));
    }

    [Fact]
    public void An_annual_price_that_the_house_set_says_what_discount_it_comes_to()
    {
        var monthly = new Money(300_000, Currency.Clp);
        Assert.Equal(16, PlanPrice.AnnualOf(new Money(3_000_000, Currency.Clp), monthly, Iva).DiscountPercent);
        Assert.Equal(0, PlanPrice.AnnualOf(new Money(3_600_000, Currency.Clp), monthly, Iva).DiscountPercent);
        Assert.Throws<ArgumentException>(() => PlanPrice.AnnualOf(new Money(3_600_001, Currency.Clp), monthly, Iva));
    }

    [Fact]
    public void A_free_plan_has_no_discount_and_no_tax()
    {
        var price = PlanPrice.Annual(Money.Zero(Currency.Uyu), 10, Iva);
        Assert.Equal(0, price.DiscountPercent);
        Assert.True(price.Total.IsZero);
    }

    [Theory]
    [InlineData(300_000, 57_000)]
    [InlineData(50, 10)]
    [InlineData(3, 1)]
    [InlineData(2, 0)]
    public void Tax_is_rounded_once_for_the_line(long net, long tax)
    {
        var price = PlanPrice.Monthly(new Money(net, Currency.Clp), Iva);
        Assert.Equal(tax, price.Tax.MinorUnits);
        Assert.Equal(net + tax, price.Total.MinorUnits);
    }

    [Fact]
    public void The_monthly_equivalent_of_a_year_is_its_twelfth_rounded_half_up()
    {
        var price = PlanPrice.AnnualOf(new Money(1_000_006, Currency.Clp), new Money(90_000, Currency.Clp), Iva);
        Assert.Equal(83_334, price.MonthlyEquivalent.MinorUnits);
        Assert.Equal(90_000, PlanPrice.Monthly(new Money(90_000, Currency.Clp), Iva).MonthlyEquivalent.MinorUnits);
    }
}
