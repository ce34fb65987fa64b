using NodaTime;
using Storefront.Domain.Houses;

namespace Storefront.Features.Shared.Formatting;

/// <summary>
/// The time zone of the reader: what its browser told us (zone.js keeps it in a cookie), else the house's.
/// </summary>
public sealed class ReaderZone(IHttpContextAccessor accessor, Handbook handbook)
{
    public const string CookieName = "zone";

    public DateTimeZone Zone => field ??= Told() ?? handbook.Zone;

    private DateTimeZone? Told() => accessor.HttpContext?.Request.Cookies[CookieName] is { Length: > 0 and < 64 } id
        ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        : null;
}
