using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Shared.Formatting;

/// <summary>Money, hours, dates and instants as the present reader writes them: its culture, its zone, the business's time.</summary>
public sealed class ReaderFormat(IStringLocalizer<SharedTexts> texts, ReaderZone reader, IClock clock)
{
    private const int Kilobyte = 1024;
    private const int Megabyte = Kilobyte * Kilobyte;
    private const int MinutesAnHour = 60;

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    public string Money(Money amount) => MoneyText.Format(amount, Culture);

    /// <summary>Minutes of work: 1110 is "18 h 30 min", -45 is "−45 min", 0 is "0 h".</summary>
    public string Minutes(int minutes)
    {
        var (hours, rest) = Math.DivRem(Math.Abs(minutes), MinutesAnHour);
        var text = (hours, rest) switch
        {
            (_, 0) => texts["Format.Hours", hours],
            (0, _) => texts["Format.Minutes", rest],
            _ => texts["Format.HoursMinutes", hours, rest],
        };
        return minutes < 0 ? $"−{text.Value}" : text.Value;
    }

    /// <summary>A whole number with the reader's grouping.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    public string Percent(int percent) => (percent / 100m).ToString("P0", Culture);

    /// <summary>The size of a file, in kilobytes or megabytes of 1024, as file managers count.</summary>
    public string Bytes(long bytes) => bytes < Megabyte
        ? texts["Format.Kilobytes", Math.Max(1, bytes / Kilobyte)]
        : texts["Format.Megabytes", ((decimal)bytes / Megabyte).ToString("0.#", Culture)];

    /// <summary>A day with its month in letters: 22 November 2026.</summary>
    public string Date(LocalDate date) => Written(date, "Format.Date");

    /// <summary>A day in little room: 22 Nov 2026.</summary>
    public string ShortDate(LocalDate date) => Written(date, "Format.ShortDate");

    /// <summary>The reader's day of an instant.</summary>
    public string Date(Instant instant) => Date(Local(instant).Date);

    /// <summary>Day and time of an instant in the reader's zone: 22 Nov 2026, 10:42.</summary>
    public string Moment(Instant instant) =>
        texts["Format.Moment", ShortDate(Local(instant).Date), Time(instant)];

    /// <summary>The time of day of an instant in the reader's zone: 10:42.</summary>
    public string Time(Instant instant) => LocalTimePattern.Create("HH:mm", Culture).Format(Local(instant).TimeOfDay);

    /// <summary>How long ago, or in how long: "3 hours ago", "in 2 days"; the date when it is further than 30 days.</summary>
    public string Relative(Instant instant)
    {
        var difference = instant - clock.GetCurrentInstant();
        var direction = difference < Duration.Zero ? "Past" : "Future";
        var distance = difference < Duration.Zero ? -difference : difference;
        return distance switch
        {
            { TotalMinutes: < 1 } => texts["Relative.Now"],
            { TotalHours: < 1 } => texts.Plural($"Relative.{direction}.Minutes", (long)distance.TotalMinutes),
            { TotalDays: < 1 } => texts.Plural($"Relative.{direction}.Hours", (long)distance.TotalHours),
            { TotalDays: <= 30 } => texts.Plural($"Relative.{direction}.Days", (long)distance.TotalDays),
            _ => ShortDate(Local(instant).Date),
        };
    }

    public LocalDateTime Local(Instant instant) => instant.InZone(reader.Zone).LocalDateTime;

    private string Written(LocalDate date, string pattern) => LocalDatePattern.Create(texts[pattern], Culture).Format(date);
}
