using System.Globalization;

namespace Storefront.GraphQL.Types.Introspection;

/// <summary>A number with no more digits than tell it from others, as JavaScript writes it (ECMA-262, "Number::toString").</summary>
internal static class ShortestNumber
{
    /// <param name="number">A finite number.</param>
    /// <returns>Without an exponent from a millionth up to what has 21 digits.</returns>
    public static string Format(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        var sign = number < 0 ? "-" : "";
        var (digits, point) = Split(Math.Abs(number).ToString("R", CultureInfo.InvariantCulture));
        return sign + (point switch
        {
            > 0 and <= 21 when digits.Length <= point => digits.PadRight(point, '0'),
            > 0 and <= 21 => $"{digits[..point]}.{digits[point..]}",
            > -6 and <= 0 => $"0.{new string('0', -point)}{digits}",
            _ => $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture)}",
        });
    }

    // The significant digits, and behind how many of them the point stands; before the first where that is less than one.
    private static (string Digits, int Point) Split(string shortest)
    {
        var parts = shortest.Split('E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), (point < 0 ? digits.Length : point) - (digits.Length - significant.Length) + exponent);
    }
}
