using NodaTime;

namespace Storefront.Domain.Calendars;

/// <summary>A stretch of a day in which a house is open, in its own zone.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; midnight is the end of the day.</param>
public readonly record struct OpeningHours(LocalTime From, LocalTime To)
{
    /// <summary>Whether it holds any time at all.</summary>
    public bool IsValid => From < To || To == LocalTime.Midnight;

    internal LocalDateTime StartOn(LocalDate date) => date + From;

    internal LocalDateTime EndOn(LocalDate date) => To == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date + To;

    internal bool Touches(OpeningHours later) => To == LocalTime.Midnight || later.From < To;

    public override string ToString() => $"{From:HH':'mm}–{To:HH':'mm}";
}
