using System.Globalization;
using System.Text.RegularExpressions;

namespace Storefront.Features.Shared.Formatting;

/// <summary>Lengths of time as people write them into forms: 2, 1,5, 1.5 h, 1 h 30, 1:30, 90 min.</summary>
public static partial class HoursText
{
    private const int MinutesAnHour = 60;

    /// <summary>Minutes, rounded; -1 for what is no length of time, and for what is too long to count.</summary>
    public static int Read(string? text)
    {
        var plain = (text ?? "").Trim();
        if (plain.Length > 40)
        {
            return -1;
        }

        if (OfHours().Match(plain) is { Success: true } decimals)
        {
            var hours = decimal.Parse(decimals.Groups["hours"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            return (int)decimal.Round(hours * MinutesAnHour, MidpointRounding.AwayFromZero);
        }

        if (OfBoth().Match(plain) is { Success: true } both)
        {
            var minutes = Number(both, "minutes");
            return minutes < MinutesAnHour ? (Number(both, "hours") * MinutesAnHour) + minutes : -1;
        }

        return OfMinutes().Match(plain) is { Success: true } alone ? Number(alone, "minutes") : -1;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<hours>[0-9]{1,6}([.,][0-9]{1,4})?)\s*(h|hs|hrs?|hours?|horas?)?\.?\z", RegexOptions.IgnoreCase)]
    private static partial Regex OfHours();

    [GeneratedRegex(@"\A(?<hours>[0-9]{1,6})\s*(:|h|hs|hrs?|hours?|horas?)\s*(?<minutes>[0-9]{1,2})\s*(m|min|mins|minutes?|minutos?)?\.?\z", RegexOptions.IgnoreCase)]
    private static partial Regex OfBoth();

    [GeneratedRegex(@"\A(?<minutes>[0-9]{1,6})\s*(m|min|mins|minutes?|minutos?)\.?\z", RegexOptions.IgnoreCase)]
    private static partial Regex OfMinutes();
}
