using System.Globalization;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>LocalDate</c> (a custom scalar, section 3.5): a day of the calendar, without zone, as <c>yyyy-MM-dd</c>. Its runtime value is a <see cref="DateOnly"/>.</summary>
public sealed class LocalDateType() : StringScalarType<DateOnly>(
    "LocalDate",
    "https://scalars.graphql.org/andimarek/local-date.html",
    "A day of the calendar without a time zone, such as `2026-11-22`.")
{
    /// <inheritdoc/>
    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <inheritdoc/>
    protected override string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
