using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Shared;

public class CurrencyTests
{
    [Theory]
    [InlineData("CLP", 0)]
    [InlineData("UYU", 2)]
    [InlineData("BRL", 2)]
    [InlineData("USD", 2)]
    [InlineData("COP", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    public void Digits_are_those_of_ISO_4217(string code, int digits)
    {
        Assert.Equal(digits, Currency.Parse(code).MinorUnitDigits);
    }

    [Theory]
    [InlineData("clp")]
    [InlineData("XXX")]
    [InlineData("")]
    public void An_unknown_code_is_refused_by_name(string code)
    {
        Assert.False(Currency.TryParse(code, out _));
        Assert.Contains($"'{code}'", Assert.Throws<FormatException>(() => Currency.Parse(code)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_one_instance_a_currency()
    {
        Assert.Same(Currency.Clp, Currency.Parse("CLP"));
        Assert.Equal(Currency.All.Count, Currency.All.Select(currency => currency.Code).Distinct().Count());
    }
}
