using System.Globalization;
using Storefront.Domain.Shared;

namespace Storefront.Features.Shared.Formatting;

/// <summary>Amounts as people write them into forms: with a comma before the decimals, or with grouping.</summary>
public static class AmountText
{
    /// <summary>The amount as a decimal with a full stop; what is no amount stays as it is, for whoever reads it to refuse.</summary>
    /// <param name="text">As it was typed, in the reader's culture.</param>
    /// <param name="currency">What it is in.</param>
    public static string Read(string? text, Currency currency)
    {
        var plain = (text ?? "").Trim();
        if (plain.Length == 0 || Money.TryParseDecimal(plain, currency, out _))
        {
            return plain;
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var amount)
            ? amount.ToString("0.############", CultureInfo.InvariantCulture)
            : plain;
    }
}
