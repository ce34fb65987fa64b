using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Tests.Features.Shared;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("es-CL", "CLP", 3240000, "$3.240.000")]
    [InlineData("pt-BR", "CLP", 3240000, "CLP 3.240.000")]
    [InlineData("en", "CLP", 3240000, "CLP 3,240,000")]
    [InlineData("pt-BR", "BRL", 20050, "R$ 200,50")]
    [InlineData("en", "USD", 33000, "USD 330.00")]
    [InlineData("es-CL", "USD", 33000, "USD 330,00")]
    [InlineData("en", "CLP", -500, "CLP -500")]
    public void An_amount_is_written_the_readers_way_with_the_currencys_decimals(string culture, string currency, long minorUnits, string text) =>
        Assert.Equal(text, MoneyText.Format(new Money(minorUnits, Currency.Parse(currency)), CultureInfo.GetCultureInfo(culture)).Replace('\u00A0', ' '));
}
