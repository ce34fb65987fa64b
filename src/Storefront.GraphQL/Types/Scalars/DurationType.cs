using System.Xml;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Duration</c>: an exact length of time as an ISO 8601 duration of days and shorter units. Its runtime value is a <see cref="TimeSpan"/>.</summary>
public sealed class DurationType() : StringScalarType<TimeSpan>(
    "Duration",
    "https://www.rfc-editor.org/rfc/rfc3339#appendix-A",
    "An exact length of time as an ISO 8601 duration in days, hours, minutes and seconds, such as `PT1H30M`.")
{
    /// <inheritdoc/>
    protected override bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        ArgumentNullException.ThrowIfNull(text);

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

    /// <inheritdoc/>
    protected override string Format(TimeSpan value) => XmlConvert.ToString(value);
}
