using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Shared.Localization;

/// <summary>
/// Texts that depend on a number. A text "Tickets" has two entries, "Tickets.one" and "Tickets.other"; the language decides which
/// (CLDR's cardinal rules for whole numbers: English and Spanish 1, Portuguese 0 and 1).
/// </summary>
public static class PluralTexts
{
    private const int MinutesAnHour = 60;

    /// <summary>The form of the text for <paramref name="count"/>, which is also its argument {0}; others follow.</summary>
    public static string Plural(this IStringLocalizer texts, string name, long count, params object[] others) =>
        texts[$"{name}.{Form(count)}", [count, .. others]].Value;

    /// <summary>The form of the text for so many, or for more than were counted: "Tickets.more", with that number as the reader writes it as argument {0}.</summary>
    public static string Plural(this IStringLocalizer texts, string name, BoundedCount count, ReaderFormat format) =>
        texts[$"{name}.{(count.IsMore ? "more" : Form(count.Counted))}", format.Number(count.Counted)].Value;

    /// <summary>
    /// The form of the text for a length of time, which is its argument {0} as the reader writes it; others follow. One hour and one minute
    /// are one thing, whatever else is many.
    /// </summary>
    public static string OfMinutes(this IStringLocalizer texts, string name, int minutes, ReaderFormat format, params object[] others) =>
        texts[$"{name}.{FormOfMinutes(minutes)}", [format.Minutes(minutes), .. others]].Value;

    /// <summary>The form for a length of time: "one" or "other".</summary>
    internal static string FormOfMinutes(int minutes) => Form(minutes == MinutesAnHour ? 1 : minutes);

    private static string Form(long count)
    {
        var magnitude = Math.Abs(count);
        var one = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt" ? magnitude <= 1 : magnitude == 1;
        return one ? "one" : "other";
    }
}
