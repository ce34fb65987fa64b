using NodaTime;
using Storefront.Domain.Notifications;
using Storefront.Domain.Shared;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>When a person is written to. Without a row: at once, at any hour.</summary>
public sealed class NotificationSettings
{
    /// <summary>When the day's mail comes, unless its reader chose another time.</summary>
    public const int UsualDigestMinute = 8 * 60;

    public required UserId UserId { get; init; }

    /// <summary>Minute of the day in the person's zone.</summary>
    public int DigestMinute { get; set; } = UsualDigestMinute;

    /// <summary>Minute of the day; null, with the other, for no quiet hours.</summary>
    public int? QuietFromMinute { get; set; }

    public int? QuietToMinute { get; set; }

    public LocalTime DigestAt => TimeOf(DigestMinute);

    public QuietHours? Quiet => QuietFromMinute is { } from && QuietToMinute is { } to ? new QuietHours(TimeOf(from), TimeOf(to)) : null;

    public static NotificationSettings Of(UserId user) => new() { UserId = user };

    private static LocalTime TimeOf(int minute) => LocalTime.FromMinutesSinceMidnight(minute);
}

/// <summary>When a person is sent the mails of a kind; without a row, at once.</summary>
public sealed class NotificationChoice
{
    public required UserId UserId { get; init; }

    public required MailKind Kind { get; init; }

    public required MailTiming Timing { get; set; }
}
