using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Calendars;

/// <summary>Business hours that contradict themselves, with every fault found.</summary>
public sealed record CalendarNotValid(IReadOnlyList<CalendarFault> Faults) : Refusal
{
    public override string Code => "CALENDAR_NOT_VALID";
}

/// <summary>One fault of a business calendar.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Day">The weekday it is on; null when it is the whole week.</param>
/// <param name="Index">Which of the day's stretches, counted from 0 as given; null when it is the whole week.</param>
public sealed record CalendarFault(CalendarFaultKind Kind, IsoDayOfWeek? Day = null, int? Index = null);

public enum CalendarFaultKind
{
    /// <summary>No day of the week is open.</summary>
    NeverOpen,

    /// <summary>A stretch ends before it begins, or at once.</summary>
    EmptyHours,

    /// <summary>A stretch begins before the one before it has ended.</summary>
    OverlappingHours,

    /// <summary>The weekday is none.</summary>
    UnknownDay,
}
