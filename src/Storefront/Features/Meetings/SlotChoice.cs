using System.Globalization;
using NodaTime;

namespace Storefront.Features.Meetings;

/// <summary>Times to choose from, as their reader's clock shows them.</summary>
/// <param name="Free">The times, in order.</param>
/// <param name="Zone">The reader's.</param>
/// <param name="Chosen">The time that was chosen before, as the form writes it; null for none.</param>
public sealed record SlotChoice(IReadOnlyList<Interval> Free, DateTimeZone Zone, string? Chosen = null)
{
    /// <summary>The reader's days with their times, in order.</summary>
    public IEnumerable<IGrouping<LocalDate, Interval>> Days => Free.GroupBy(slot => slot.Start.InZone(Zone).Date);

    public LocalTime TimeOf(Interval slot) => slot.Start.InZone(Zone).TimeOfDay;

    /// <summary>How far the reader's clock is from UTC then, such as <c>UTC-03</c>.</summary>
    public string OffsetOf(Interval slot) => $"UTC{slot.Start.InZone(Zone).Offset.ToString("g", CultureInfo.InvariantCulture)}";

    /// <summary>Whether that time of day comes twice on its day, because the clocks go back, so that it has to be told which.</summary>
    public bool ComesTwice(Interval slot) => Zone.MapLocal(slot.Start.InZone(Zone).LocalDateTime).Count == 2;
}
