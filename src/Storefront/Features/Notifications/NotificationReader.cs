using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>When a person is written to.</summary>
/// <param name="Choices">Every kind that can be switched off, with when it is sent.</param>
/// <param name="DigestAt">When the day's mail comes, such as `08:00`.</param>
/// <param name="QuietFrom">From when on nothing comes that can wait, such as `22:00`; null without quiet hours.</param>
/// <param name="QuietTo">Until when; null without quiet hours.</param>
/// <param name="TimeZone">The zone that the times are in, by its IANA name.</param>
[ObjectType("Notifications")]
public sealed record NotificationsView(
    IReadOnlyList<MailChoiceView> Choices, string DigestAt, string? QuietFrom, string? QuietTo, string TimeZone)
{
    /// <summary>What is always sent, at once.</summary>
    public IReadOnlyList<MailKind> AlwaysSent { get; init; } = MailKinds.Always;
}

/// <summary>When the mails of a kind are sent.</summary>
/// <param name="Kind">What they are about.</param>
/// <param name="Timing">When they are sent.</param>
[ObjectType("MailChoice")]
public sealed record MailChoiceView(MailKind Kind, MailTiming Timing);

/// <summary>Reads when a person wants to be written to.</summary>
public sealed class NotificationReader(IDbContextFactory<StorefrontDb> contexts, Handbook handbook)
{
    public async Task<NotificationsView> ReadAsync(UserId user, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var zone = await db.Users.Where(row => row.Id == user).Select(row => row.TimeZone).SingleOrDefaultAsync(cancellationToken);
        var settings = await db.Set<NotificationSettings>().AsNoTracking().SingleOrDefaultAsync(row => row.UserId == user, cancellationToken)
            ?? NotificationSettings.Of(user);
        var choices = await db.Set<NotificationChoice>().AsNoTracking().Where(row => row.UserId == user)
            .ToDictionaryAsync(row => row.Kind, row => row.Timing, cancellationToken);
        return new NotificationsView(
            [.. MailKinds.Optional.Where(kind => kind.IsSentBy(handbook)).Select(kind => new MailChoiceView(kind, choices.GetValueOrDefault(kind, MailTiming.AtOnce)))],
            $"{settings.DigestAt:HH':'mm}",
            settings.Quiet is { } quiet ? $"{quiet.From:HH':'mm}" : null,
            settings.Quiet is { } until ? $"{until.To:HH':'mm}" : null,
            MailDelivery.ZoneOf(zone, handbook).Id)
        {
            AlwaysSent = [.. MailKinds.Always.Where(kind => kind.IsSentBy(handbook))],
        };
    }
}
