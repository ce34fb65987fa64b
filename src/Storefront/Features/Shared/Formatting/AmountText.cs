using System.Globalization;
using System.Text.RegularExpressions;
using Storefront.Domain.Shared;

namespace Storefront.Features.Shared.Formatting;

/// <summary>Amounts as people write them into forms: with a comma before the decimals, or with grouping.</summary>
public static class AmountText
{
    /// <summary>The amount as a decimal with a full stop; what is no amount stays as it is, for whoever reads it to refuse.</summary>
    /// <param name="text">As it was typed, in the reader's culture. Groups are of three: 1.5 in pesos is no 15.</param>
    /// <param name="currency">What it is in.</param>
    public static string Read(string? text, Currency currency)
    {
        var plain = (text ?? "").Trim();
        if (plain.Length == 0 || Money.TryParseDecimal(plain, currency, out _))
        {
            return plain;
        }

        var format = CultureInfo.CurrentCulture.NumberFormat;
        var (group, point) = (format.NumberGroupSeparator, format.NumberDecimalSeparator);
        var read = Regex.Match(plain, $@"\A(?<whole>[0-9]+|[0-9]{{1,3}}({Regex.Escape(group)}[0-9]{{3}})+)({Regex.Escape(point)}(?<decimals>[0-9]*[1-9])?0*)?\z");
        if (!read.Success)
        {
            return plain;
        }

        var whole = read.Groups["whole"].Value.Replace(group, "", StringComparison.Ordinal);
        return read.Groups["decimals"].Success ? $"{whole}.{read.Groups["decimals"].Value}" : whole;
    }
}
