using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;

namespace Storefront.Tests.Features.Shared;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("es-CL", "CLP", " 700000 ", "700000")]
    [InlineData("es-CL", "CLP", "700.000", "700000")]
    [InlineData("es-CL", "CLP", "1.700.000,00", "1700000")]
    [InlineData("es-CO", "USD", "821,10", "821.1")]
    [InlineData("es-CO", "USD", "821.10", "821.10")]
    [InlineData("es-CO", "USD", "1.500", "1500")]
    [InlineData("en", "USD", "1,500.5", "1500.5")]
    public void An_amount_is_read_as_its_reader_writes_it(string culture, string currency, string text, string read) =>
        Assert.Equal(read, Read(culture, currency, text));

    [Theory]
    [InlineData("1.5")]
    [InlineData("666.4")]
    [InlineData("66.64.00")]
    [InlineData("-5.000")]
    [InlineData("1,5")]
    [InlineData("١٢٣")]
    [InlineData("1e3")]
    [InlineData("abc")]
    public void What_is_no_amount_becomes_none(string text) =>
        Assert.False(Money.TryParseDecimal(Read("es-CL", "CLP", text), Currency.Parse("CLP"), out _));

    private static string Read(string culture, string currency, string text)
    {
        var reader = CultureInfo.GetCultureInfo(culture);
        using var spoken = SpokenLanguage.Begin(new SiteLanguage(reader.TwoLetterISOLanguageName, reader));
        return AmountText.Read(text, Currency.Parse(currency));
    }
}
