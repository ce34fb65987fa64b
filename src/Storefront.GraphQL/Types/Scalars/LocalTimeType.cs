using System.Globalization;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>LocalTime</c> (a custom scalar, section 3.5): a time of day, without zone, as RFC 3339's <c>partial-time</c>. Its runtime value is a <see cref="TimeOnly"/>.</summary>
public sealed class LocalTimeType() : StringScalarType<TimeOnly>(
    "LocalTime",
    "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    "A time of day without a time zone, such as `10:42:00`.")
{
    private static readonly string[] Formats = ["HH:mm:ss.FFFFFFF", "HH:mm:ss"];

    /// <inheritdoc/>
    protected override bool TryParse(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <inheritdoc/>
    protected override string Format(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
