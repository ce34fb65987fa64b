using System.Collections.Frozen;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Calendars;

/// <summary>
/// When a house is open: stretches of the weekdays in its own zone, holidays excepted. Open is every instant whose local time there lies
/// in a stretch of its date, also where the clocks change within one. Only valid calendars exist: some weekday is open, and no two stretches overlap.
/// </summary>
public sealed partial class BusinessCalendar
{
    private readonly FrozenDictionary<IsoDayOfWeek, OpeningHours[]> week;
    private readonly FrozenSet<LocalDate> holidays;

    private BusinessCalendar(DateTimeZone zone, FrozenDictionary<IsoDayOfWeek, OpeningHours[]> week, FrozenSet<LocalDate> holidays)
    {
        Zone = zone;
        this.week = week;
        this.holidays = holidays;
    }

    /// <summary>The house's zone.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The holidays, in order.</summary>
    public IEnumerable<LocalDate> Holidays => holidays.Order();

    /// <summary>A calendar of these hours, or <see cref="CalendarNotValid"/> with every fault.</summary>
    /// <param name="zone">The house's zone.</param>
    /// <param name="week">The stretches of each weekday, in order; days left out are closed.</param>
    /// <param name="holidays">Dates on which the house is closed, whatever the weekday.</param>
    public static Result<BusinessCalendar> Create(
        DateTimeZone zone,
        IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningHours>> week,
        IEnumerable<LocalDate> holidays)
    {
        var faults = FaultsOf(week).ToList();
        return faults.Count > 0
            ? new CalendarNotValid(faults)
            : new BusinessCalendar(
                zone,
                week.Where(day => day.Value.Count > 0).ToFrozenDictionary(day => day.Key, day => day.Value.ToArray()),
                holidays.ToFrozenSet());
    }

    /// <summary>The stretches of a weekday, in order; none when it is closed.</summary>
    public IReadOnlyList<OpeningHours> HoursOn(IsoDayOfWeek day) => week.GetValueOrDefault(day, []);

    /// <summary>The stretches of a date, in order; none on holidays.</summary>
    public IReadOnlyList<OpeningHours> HoursOn(LocalDate date) => holidays.Contains(date) ? [] : HoursOn(date.DayOfWeek);

    public bool IsHoliday(LocalDate date) => holidays.Contains(date);

    /// <summary>Whether the house opens at all on that date.</summary>
    public bool IsBusinessDay(LocalDate date) => HoursOn(date).Count > 0;

    /// <summary>The date in the house's zone.</summary>
    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    private static IEnumerable<CalendarFault> FaultsOf(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningHours>> week)
    {
        if (!week.Values.Any(hours => hours.Count > 0))
        {
            yield return new CalendarFault(CalendarFaultKind.NeverOpen);
        }

        foreach (var (day, hours) in week.OrderBy(entry => entry.Key))
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                yield return new CalendarFault(CalendarFaultKind.UnknownDay, day);
            }

            for (var index = 0; index < hours.Count; index++)
            {
                if (!hours[index].IsValid)
                {
                    yield return new CalendarFault(CalendarFaultKind.EmptyHours, day, index);
                }
                else if (index > 0 && hours[index - 1].Touches(hours[index]))
                {
                    yield return new CalendarFault(CalendarFaultKind.OverlappingHours, day, index);
                }
            }
        }
    }
}
