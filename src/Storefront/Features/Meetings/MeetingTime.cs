using System.Globalization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Store.Outbox;

namespace Storefront.Features.Meetings;

/// <summary>Writes when a meeting begins for who does not read it on a page: with its weekday and its zone, so that nobody comes an hour off.</summary>
public static class MeetingTime
{
    /// <summary>Such as <c>Monday, 2 November 2026, 09:00 (America/Santiago, UTC-03)</c>, in the present language.</summary>
    /// <param name="at">When.</param>
    /// <param name="zone">IANA name; the house's holds for one that is not known.</param>
    /// <param name="handbook">The house.</param>
    public static string Write(Instant at, string zone, Handbook handbook)
    {
        var local = at.InZone(MailDelivery.ZoneOf(zone, handbook));
        var day = local.LocalDateTime.ToDateTimeUnspecified().ToString("D", CultureInfo.CurrentCulture);
        return string.Create(
            CultureInfo.CurrentCulture, $"{day}, {local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)} ({local.Zone.Id}, UTC{local.Offset.ToString("g", CultureInfo.InvariantCulture)})");
    }
}
