using NodaTime;
using Storefront.Domain.Hours;

namespace Storefront.Domain.Subscriptions;

/// <summary>The rules a subscription was sold under.</summary>
/// <param name="Hours">How hours are counted.</param>
/// <param name="Changes">How it changes.</param>
/// <param name="Zone">The house's zone, in which days begin.</param>
public sealed record SubscriptionPolicies(HourPolicy Hours, ChangePolicy Changes, DateTimeZone Zone)
{
    /// <summary>
    /// How its next terms are asked for; null where they are charged by themselves. Days of grace may be of an older handbook than this: nothing rests
    /// before they are over.
    /// </summary>
    public RenewalPolicy? Renewal
    {
        get;
        init => field = value is null ? null : value with { PauseDaysAfter = Math.Max(value.PauseDaysAfter, Hours.GraceDays) };
    }

    /// <summary>Midnight at which a day begins, or the first instant of it where the clocks skip midnight.</summary>
    public Instant StartOf(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();

    /// <summary>The date in the house's zone.</summary>
    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;
}
