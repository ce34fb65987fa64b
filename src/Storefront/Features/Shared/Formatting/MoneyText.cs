using System.Globalization;
using Storefront.Domain.Shared;

namespace Storefront.Features.Shared.Formatting;

/// <summary>
/// Writes an amount for a reader: with its sign where the reader's country uses that currency (es-CL: $300.000), else with the code, because
/// "$" means five currencies here (en: CLP 300,000). Always as many decimals as the currency has.
/// </summary>
public static class MoneyText
{
    private const char NoBreakSpace = '\u00A0';

    public static string Format(Money amount, CultureInfo culture)
    {
        var digits = amount.Currency.MinorUnitDigits;
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        var units = (decimal)amount.MinorUnits / amount.Currency.MinorUnitsPerUnit;
        if (IsAtHome(amount.Currency, culture))
        {
            format.CurrencyDecimalDigits = digits;
            return units.ToString("C", format).Replace(' ', NoBreakSpace);
        }

        var number = units.ToString($"N{digits}", format);
        return $"{amount.Currency.Code}{NoBreakSpace}{number}";
    }

    private static bool IsAtHome(Currency currency, CultureInfo culture) =>
        !culture.IsNeutralCulture && new RegionInfo(culture.Name).ISOCurrencySymbol == currency.Code;
}
