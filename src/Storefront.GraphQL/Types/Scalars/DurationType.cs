using System.Globalization;
using System.Xml;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Duration</c> (a custom scalar, section 3.5): an exact length of time as an ISO 8601 duration of weeks, or of days and shorter units. Its runtime value is a <see cref="TimeSpan"/>.</summary>
public sealed class DurationType() : StringScalarType<TimeSpan>(
    "Duration",
    "https://www.rfc-editor.org/rfc/rfc3339#appendix-A",
    "An exact length of time as an ISO 8601 duration in weeks, or in days, hours, minutes and seconds, such as `PT1H30M`.")
{
    private const int MostWeeks = 1_525_028;

    /// <inheritdoc/>
    protected override bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        ArgumentNullException.ThrowIfNull(text);

        if (text.Any(char.IsWhiteSpace))
        {
            return false;
        }

        if (text.EndsWith('W'))
        {
            return TryParseWeeks(text, out value);
        }

        // Years and months have no exact length; what stands before the T may only be days.
        var date = text.Split('T')[0];
        if (!text.TrimStart('-').StartsWith('P') || date.Contains('Y', StringComparison.Ordinal) || date.Contains('M', StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    // Weeks stand alone (RFC 3339, appendix A).
    private static bool TryParseWeeks(string text, out TimeSpan value)
    {
        var isNegative = text.StartsWith('-');
        var number = text.AsSpan(isNegative ? 1 : 0);
        value = default;
        if (number is not ['P', .. var digits, 'W'] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) || weeks > MostWeeks)
        {
            return false;
        }

        value = TimeSpan.FromDays(7) * (isNegative ? -weeks : weeks);
        return true;
    }

    /// <inheritdoc/>
    protected override string Format(TimeSpan value) => XmlConvert.ToString(value);
}
