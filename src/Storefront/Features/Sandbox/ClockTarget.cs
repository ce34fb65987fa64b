using NodaTime;
using NodaTime.Text;

namespace Storefront.Features.Sandbox;

/// <summary>Reads where the clock is to be moved to.</summary>
internal static class ClockTarget
{
    private static readonly Duration Furthest = Duration.FromDays(3653);

    /// <param name="advance">ISO 8601 duration, from now in the house's zone: a month is a calendar month.</param>
    /// <param name="set">ISO 8601 instant in UTC.</param>
    /// <param name="now">What the clock shows.</param>
    /// <param name="zone">The house's zone.</param>
    /// <returns>Null when neither or both can be read, or it is too far ahead.</returns>
    public static Instant? Find(string? advance, string? set, Instant now, DateTimeZone zone)
    {
        Instant? target = (advance, set) switch
        {
            (not null, null) => Advance(advance, now, zone),
            (null, not null) => InstantPattern.ExtendedIso.Parse(set) is { Success: true, Value: var instant } ? instant : null,
            _ => null,
        };
        return target <= now + Furthest ? target : null;
    }

    private static Instant? Advance(string text, Instant now, DateTimeZone zone)
    {
        if (!PeriodPattern.Roundtrip.Parse(text).TryGetValue(Period.Zero, out var period))
        {
            return null;
        }

        try
        {
            return now.InZone(zone).LocalDateTime.Plus(period).InZoneLeniently(zone).ToInstant();
        }
        catch (Exception tooFar) when (tooFar is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
