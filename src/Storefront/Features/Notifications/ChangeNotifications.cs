using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Domain.Notifications;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>When a person wants to be written to.</summary>
/// <param name="Choices">Kinds of mail with when they are sent; those that are not named stay as they are.</param>
/// <param name="DigestAt">When the day's mail comes, such as <c>08:00</c>; null leaves it as it is.</param>
/// <param name="QuietFrom">Since when nothing comes that can wait; null or empty, with the other, for no quiet hours.</param>
/// <param name="QuietTo">Until when.</param>
/// <param name="TimeZone">IANA name of the zone that the times are in; null leaves it as it is.</param>
public sealed record NotificationsInput(
    IReadOnlyList<MailChoice> Choices, string? DigestAt, string? QuietFrom, string? QuietTo, string? TimeZone);

/// <summary>When the mails of a kind are sent.</summary>
/// <param name="Kind">What they are about; a kind that can be switched off.</param>
/// <param name="Timing">When they are sent.</param>
public sealed record MailChoice(MailKind Kind, MailTiming Timing);

/// <summary>A person decides when it is written to. What waits for the day's mail comes at the new time.</summary>
public sealed class ChangeNotifications(AccountTransactions transactions, Handbook handbook)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>Done, or <see cref="MailAlwaysSent"/>, <see cref="TimeOfDayNotValid"/>, <see cref="UnknownTimeZone"/>.</summary>
    public async Task<Result<Done>> HandleAsync(NotificationsInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (input.Choices.FirstOrDefault(choice => !choice.Kind.IsOptional()) is { } always)
        {
            return new MailAlwaysSent(always.Kind);
        }

        if (input.TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            return new UnknownTimeZone(zone);
        }

        LocalTime? digest = null;
        if (input.DigestAt is { } at)
        {
            if (!Parse(at).TryGet(out var time, out var refusal))
            {
                return refusal;
            }

            digest = time;
        }

        if (!ReadQuiet(input).TryGet(out var quiet, out var notQuiet) && notQuiet is not null)
        {
            return notQuiet;
        }

        return await transactions.RunAsync<Done>((scope, token) => SaveAsync(scope, input, digest, quiet, viewer.UserId, token), cancellationToken);
    }

    private static Result<QuietHours?> ReadQuiet(NotificationsInput input)
    {
        if (string.IsNullOrWhiteSpace(input.QuietFrom) && string.IsNullOrWhiteSpace(input.QuietTo))
        {
            return (QuietHours?)null;
        }

        return !Parse(input.QuietFrom).TryGet(out var from, out var notFrom) ? notFrom
            : !Parse(input.QuietTo).TryGet(out var to, out var notTo) ? notTo
            : (QuietHours?)new QuietHours(from, to);
    }

    private static Result<LocalTime> Parse(string? text) =>
        Pattern.Parse(text ?? "") is { Success: true } parsed ? parsed.Value : new TimeOfDayNotValid(text ?? "");

    private async Task<Result<Done>> SaveAsync(
        StoreScope scope, NotificationsInput input, LocalTime? digest, QuietHours? quiet, UserId id, CancellationToken cancellationToken)
    {
        var user = await scope.Db.Users.SingleAsync(row => row.Id == id, cancellationToken);
        user.TimeZone = input.TimeZone ?? user.TimeZone;
        var settings = await scope.Db.Set<NotificationSettings>().SingleOrDefaultAsync(row => row.UserId == id, cancellationToken);
        if (settings is null)
        {
            scope.Db.Add(settings = NotificationSettings.Of(id));
        }

        settings.DigestMinute = digest is { } time ? MinuteOf(time) : settings.DigestMinute;
        (settings.QuietFromMinute, settings.QuietToMinute) = (MinuteOf(quiet?.From), MinuteOf(quiet?.To));
        foreach (var choice in input.Choices)
        {
            await NotificationChoices.SetAsync(scope, id, choice.Kind, choice.Timing, cancellationToken);
        }

        await MoveDigestAsync(scope, id, DailyTime.After(scope.Now, settings.DigestAt, MailDelivery.ZoneOf(user.TimeZone, handbook)), cancellationToken);
        return Done.Value;
    }

    private static async Task MoveDigestAsync(StoreScope scope, UserId id, Instant next, CancellationToken cancellationToken)
    {
        var waiting = await scope.Db.Set<MailRow>().Where(mail => mail.RecipientId == id && mail.SentAt == null && mail.DigestAt != null)
            .ToListAsync(cancellationToken);
        if (waiting.Count > 0)
        {
            waiting.ForEach(mail => mail.DigestAt = next);
            await scope.ScheduleAsync(MailOutbox.DigestWorkKind, MailOutbox.DigestKey(id), next, subject: id.ToString(), cancellationToken: cancellationToken);
        }
    }

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;

    private static int? MinuteOf(LocalTime? time) => time is { } known ? MinuteOf(known) : null;
}
