using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Houses;

namespace Storefront.Features.Shared.Formatting;

/// <summary>The house's week in words, days of equal hours together: "Monday to Friday, 09:00 to 18:00".</summary>
public sealed class OpeningText(Handbook handbook, IStringLocalizer<SharedTexts> texts)
{
    private static readonly IsoDayOfWeek[] Week =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
        IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    public IEnumerable<string> Lines()
    {
        for (var first = 0; first < Week.Length;)
        {
            var hours = handbook.Calendar.HoursOn(Week[first]);
            var next = first + 1;
            while (next < Week.Length && handbook.Calendar.HoursOn(Week[next]).SequenceEqual(hours))
            {
                next++;
            }

            if (hours.Count > 0)
            {
                yield return texts["Frame.OpenOn", Days(first, next - 1), string.Join("; ", hours.Select(Hours))];
            }

            first = next;
        }
    }

    private string Days(int first, int last)
    {
        var text = first == last ? Name(first) : texts["Frame.DayRange", Name(first), Name(last)].Value;
        return string.Concat(text[..1].ToUpper(CultureInfo.CurrentCulture), text.AsSpan(1));
    }

    private string Hours(OpeningHours hours) => texts["Frame.TimeRange", Time(hours.From), Time(hours.To)];

    private static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.CurrentCulture);

    // .NET counts weekdays from Sunday.
    private static string Name(int day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((day + 1) % 7));
}
