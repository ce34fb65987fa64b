using NodaTime;

namespace Storefront.Domain.Notifications;

/// <summary>The part of each day in which a person is left alone, in its own zone.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; earlier than <paramref name="From"/> when they last over midnight, equal to it when there are none.</param>
public readonly record struct QuietHours(LocalTime From, LocalTime To)
{
    public bool Contains(LocalTime time) => From < To ? From <= time && time < To : From > To && (From <= time || time < To);

    /// <summary>When something that is ready now may be sent: at once, or when they end.</summary>
    public Instant Release(Instant now, DateTimeZone zone) =>
        Contains(now.InZone(zone).TimeOfDay) ? DailyTime.After(now, To, zone) : now;
}
