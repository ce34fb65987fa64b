using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Notifications;
using Storefront.Domain.Shared;
using Storefront.Features.Notifications;

namespace Storefront.Store.Outbox;

/// <summary>When a mail goes out, as its receiver decided.</summary>
/// <param name="Recipient">The receiver, where it can decide or the mail names it; otherwise null.</param>
/// <param name="Timing">By itself, with the day's mail, or never.</param>
/// <param name="At">When.</param>
public sealed record MailDelivery(UserId? Recipient, MailTiming Timing, Instant At)
{
    /// <summary>Reads what the receiver decided, in the transaction that writes the mail.</summary>
    public static async Task<MailDelivery> DecideAsync(StoreScope scope, Mail mail, Handbook handbook, CancellationToken cancellationToken)
    {
        if (!mail.Kind.IsOptional() && mail.Kind != MailKind.Digest)
        {
            return new MailDelivery(mail.Recipient, MailTiming.AtOnce, scope.Now);
        }

        var address = mail.To.ToUpperInvariant();
        var user = await scope.Db.Users.AsNoTracking().Where(row => row.NormalizedEmail == address && !row.IsErased)
            .Select(row => new { row.Id, row.TimeZone }).FirstOrDefaultAsync(cancellationToken);
        if (user is null || mail.Kind == MailKind.Digest)
        {
            return new MailDelivery(user?.Id, MailTiming.AtOnce, scope.Now);
        }

        var timing = await scope.Db.Set<NotificationChoice>().AsNoTracking().Where(row => row.UserId == user.Id && row.Kind == mail.Kind)
            .Select(row => (MailTiming?)row.Timing).SingleOrDefaultAsync(cancellationToken) ?? MailTiming.AtOnce;
        var settings = await scope.Db.Set<NotificationSettings>().AsNoTracking().SingleOrDefaultAsync(row => row.UserId == user.Id, cancellationToken)
            ?? NotificationSettings.Of(user.Id);
        var zone = ZoneOf(user.TimeZone, handbook);
        var at = timing == MailTiming.Daily ? DailyTime.After(scope.Now, settings.DigestAt, zone)
            : mail.IsUrgent || mail.Kind.IsUrgent() || settings.Quiet is not { } quiet ? scope.Now
            : quiet.Release(scope.Now, zone);
        return new MailDelivery(user.Id, timing, at);
    }

    /// <summary>The zone in which a person reads times.</summary>
    /// <param name="id">As the person chose it; null when it did not.</param>
    /// <param name="handbook">Whose zone holds otherwise.</param>
    public static DateTimeZone ZoneOf(string? id, Handbook handbook) =>
        id is null ? handbook.Zone : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? handbook.Zone;
}
