using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Shared;

public class MoneyTests
{
    private static readonly Currency[] Currencies = [Currency.Clp, Currency.Usd, Currency.Parse("KWD")];

    [Fact]
    public void COM_01_An_amount_is_whole_minor_units_of_an_ISO_4217_currency_and_CLP_has_no_decimals()
    {
        Assert.Equal("300000", new Money(300_000, Currency.Clp).ToDecimalString());
        Assert.Equal("3000.00", new Money(300_000, Currency.Usd).ToDecimalString());
        Assert.Equal("300.000", new Money(300_000, Currency.Parse("KWD")).ToDecimalString());
        Assert.Equal(typeof(long), typeof(Money).GetProperty(nameof(Money.MinorUnits))!.PropertyType);
    }

    [Theory]
    [InlineData(5, "0.05")]
    [InlineData(-5, "-0.05")]
    [InlineData(-1205, "-12.05")]
    [InlineData(0, "0.00")]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    public void Decimal_strings_are_exact_also_below_one_and_at_the_ends(long cents, string expected)
    {
        Assert.Equal(expected, new Money(cents, Currency.Usd).ToDecimalString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.234")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1,00")]
    [InlineData("1e3")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("١")]
    [InlineData("92233720368547758.08")]
    [InlineData(null)]
    public void What_is_not_an_exact_decimal_of_the_currency_is_not_parsed(string? text)
    {
        Assert.False(Money.TryParseDecimal(text, Currency.Usd, out _));
    }

    [Fact]
    public void Decimals_are_refused_in_a_currency_without_them()
    {
        Assert.False(Money.TryParseDecimal("10.0", Currency.Clp, out _));
        Assert.Contains("0 decimals", Assert.Throws<FormatException>(() => Money.ParseDecimal("10.5", Currency.Clp)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_decimals_than_the_currency_has_are_filled_up()
    {
        Assert.Equal(new Money(1250, Currency.Usd), Money.ParseDecimal("12.5", Currency.Usd));
        Assert.Equal(new Money(1200, Currency.Usd), Money.ParseDecimal("12", Currency.Usd));
    }

    [Fact]
    public void Two_currencies_never_mix()
    {
        var pesos = new Money(1, Currency.Clp);
        var dollars = new Money(1, Currency.Usd);
        Assert.Throws<InvalidOperationException>(() => pesos + dollars);
        Assert.Throws<InvalidOperationException>(() => pesos - dollars);
        Assert.Throws<InvalidOperationException>(() => pesos < dollars);
        Assert.NotEqual(pesos, dollars);
    }

    [Fact]
    public void Arithmetic_that_does_not_fit_throws_instead_of_wrapping()
    {
        var most = new Money(long.MaxValue, Currency.Clp);
        Assert.Throws<OverflowException>(() => most + new Money(1, Currency.Clp));
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Throws<OverflowException>(() => most.MultiplyByFraction(3, 2));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue, Currency.Clp));
    }

    [Theory]
    [InlineData(5, 1, 2, 3)]
    [InlineData(-5, 1, 2, -3)]
    [InlineData(5, -1, 2, -3)]
    [InlineData(4, 1, 3, 1)]
    [InlineData(5, 1, 3, 2)]
    [InlineData(300_000, 1080, 100, 3_240_000)]
    [InlineData(long.MaxValue, 7, 7, long.MaxValue)]
    public void A_fraction_is_rounded_once_with_halves_up(long units, long numerator, long denominator, long expected)
    {
        Assert.Equal(expected, new Money(units, Currency.Clp).MultiplyByFraction(numerator, denominator).MinorUnits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_fraction_needs_a_denominator_above_zero(long denominator)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1, Currency.Clp).MultiplyByFraction(1, denominator));
    }

    [Fact]
    public void Formatting_and_parsing_are_inverse() => Check.QuickThrowOnFailure(Prop.ForAll<long, PositiveInt>((units, pick) =>
    {
        var money = new Money(units, Currencies[pick.Get % Currencies.Length]);
        return Money.ParseDecimal(money.ToDecimalString(), money.Currency) == money;
    }));

    [Fact]
    public void Adding_and_taking_away_are_inverse() => Check.QuickThrowOnFailure(Prop.ForAll<int, int>((left, right) =>
        new Money(left, Currency.Clp) + new Money(right, Currency.Clp) - new Money(right, Currency.Clp) == new Money(left, Currency.Clp)));

    [Fact]
    public void A_fraction_is_never_further_than_half_a_minor_unit_from_the_exact_value() =>
        Check.QuickThrowOnFailure(Prop.ForAll<long, int, PositiveInt>((units, numerator, denominator) =>
        {
            var rounded = new Money(units, Currency.Usd).MultiplyByFraction(numerator, denominator.Get).MinorUnits;
            var error = BigInteger.Abs(((BigInteger)rounded * denominator.Get) - ((BigInteger)units * numerator));
            return error * 2 <= denominator.Get;
        }));

    [Fact]
    public void A_credit_is_the_mirror_of_its_charge() => Check.QuickThrowOnFailure(Prop.ForAll<int, int, PositiveInt>((units, numerator, denominator) =>
        -new Money(units, Currency.Usd).MultiplyByFraction(numerator, denominator.Get)
            == new Money(-(long)units, Currency.Usd).MultiplyByFraction(numerator, denominator.Get)));
}
