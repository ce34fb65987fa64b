using NodaTime;

namespace Storefront.Domain.Calendars;

/// <summary>A run of whole days.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The day after the last; not before the first.</param>
public readonly record struct DateRun(LocalDate Start, LocalDate End)
{
    public int Days => Period.DaysBetween(Start, End);

    public bool Contains(LocalDate date) => Start <= date && date < End;

    /// <summary>Days left from a date on, that date included; all of them before the run, none after it.</summary>
    public int DaysFrom(LocalDate date) => Math.Clamp(Period.DaysBetween(date, End), 0, Days);

    /// <summary>The instants from midnight to midnight in a zone.</summary>
    public Interval In(DateTimeZone zone) => new(zone.AtStartOfDay(Start).ToInstant(), zone.AtStartOfDay(End).ToInstant());
}
