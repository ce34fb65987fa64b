using System.Globalization;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>DateTime</c> (a custom scalar, section 3.5): an instant as an RFC 3339 date-time with an offset; written in UTC. Its runtime value is a <see cref="DateTimeOffset"/>; a <see cref="DateTime"/> that does not say of what zone it is, as databases give it, is taken as UTC.</summary>
public sealed class DateTimeType() : StringScalarType<DateTimeOffset>(
    "DateTime",
    "https://www.rfc-editor.org/rfc/rfc3339.html#section-5.6",
    "An instant as an RFC 3339 date-time with its offset, such as `2026-11-22T10:42:00Z`.")
{
    private const string Utc = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <inheritdoc/>
    protected override bool TryParse(string text, out DateTimeOffset value)
    {
        ArgumentNullException.ThrowIfNull(text);
        var upper = CutFraction(text.ToUpperInvariant());
        if (upper.EndsWith('Z'))
        {
            upper = string.Concat(upper.AsSpan(0, upper.Length - 1), "+00:00");
        }

        return DateTimeOffset.TryParseExact(upper, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    // Other platforms count nanoseconds; what is finer than the 100 of ours is left off.
    private static string CutFraction(string text)
    {
        const int mostDigits = 7;
        var start = text.IndexOf('.', StringComparison.Ordinal) + 1;
        var end = start;
        while (start > 0 && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start > mostDigits ? string.Concat(text.AsSpan(0, start + mostDigits), text.AsSpan(end)) : text;
    }

    /// <inheritdoc/>
    protected override string Format(DateTimeOffset value) => value.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override bool TryFormat(DateTimeOffset value, Span<char> destination, out int length) =>
        value.UtcDateTime.TryFormat(destination, out length, Utc, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override object? ConvertResult(object value) =>
        value is DateTime instant ? new DateTimeOffset(instant.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : instant) : null;
}
