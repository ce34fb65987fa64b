using NodaTime;

namespace Storefront.Domain.Notifications;

/// <summary>A time of day as it comes again every day in a zone.</summary>
public static class DailyTime
{
    /// <summary>
    /// The first instant after <paramref name="now"/> at which a clock of the zone shows that time. A time that is skipped comes when the clocks
    /// have gone forward; of one that is shown twice both count.
    /// </summary>
    public static Instant After(Instant now, LocalTime time, DateTimeZone zone)
    {
        for (var date = now.InZone(zone).Date; ; date = date.PlusDays(1))
        {
            var shown = zone.MapLocal(date + time);
            var first = shown.Count == 0 ? (date + time).InZoneLeniently(zone).ToInstant() : shown.First().ToInstant();
            if (first > now)
            {
                return first;
            }

            if (shown.Count == 2 && shown.Last().ToInstant() is var second && second > now)
            {
                return second;
            }
        }
    }
}
