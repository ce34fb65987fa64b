using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Features.Meetings;

/// <summary>
/// Writes to who comes to a meeting, and to who holds it, how it stands now, with the calendar's entry: after the meeting changed, because a sealed
/// link is not made inside a transaction. What changed twice before it was told is told once.
/// </summary>
internal sealed class TellMeeting(
    AccountTransactions transactions,
    MeetingReader reader,
    MeetingLinks links,
    MeetingCalendars calendars,
    IOutbox outbox,
    OwnAddress address,
    Handbook handbook,
    IStringLocalizer<MeetingsTexts> texts,
    SiteLanguages languages) : IDueWorkHandler
{
    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = new MeetingId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        if (await reader.FindAsync(id, cancellationToken) is null)
        {
            return;
        }

        var link = links.Of(id);
        await transactions.RunAsync<Done>((scope, token) => TellAsync(scope, id, link, token), cancellationToken);
    }

    private async Task<Result<Done>> TellAsync(StoreScope scope, MeetingId id, Uri link, CancellationToken cancellationToken)
    {
        var meeting = await scope.Db.Set<Meeting>().SingleAsync(row => row.Id == id, cancellationToken);
        if (meeting.ToldSequence == meeting.Sequence)
        {
            return Done.Value;
        }

        // Who never heard of it need not hear that it is off.
        var isFirst = meeting.ToldSequence < 0;
        if (!isFirst || meeting.Status == MeetingStatus.Booked)
        {
            var mail = Compose(meeting, link, isFirst, scope.Now);
            await outbox.EnqueueAsync(scope, mail, cancellationToken);
            var host = await scope.Db.Users.AsNoTracking().Where(user => user.Id == meeting.HostId && !user.IsErased && user.Email != null)
                .SingleOrDefaultAsync(cancellationToken);
            if (host is not null)
            {
                await outbox.EnqueueAsync(scope, ComposeForHost(meeting, host, mail.Calendar!), cancellationToken);
            }
        }

        meeting.ToldSequence = meeting.Sequence;
        return Done.Value;
    }

    private Mail Compose(Meeting meeting, Uri link, bool isFirst, Instant now)
    {
        var language = languages.Find(meeting.Language) ?? languages.Default;
        using var spoken = SpokenLanguage.Begin(language);
        var name = meeting.Status == MeetingStatus.Canceled ? "Canceled" : isFirst ? $"Booked.{meeting.Kind}" : "Moved";
        var when = MeetingTime.Write(meeting.StartsAt, meeting.TimeZone, handbook);
        var entry = calendars.Of(meeting, link, now);
        return new Mail(
            meeting.Email,
            texts[$"Mail.{name}.Subject", handbook.House.Name, when],
            texts[$"Mail.{name}.Body", meeting.Name, handbook.House.Name, when, link.AbsoluteUri],
            language.Code,
            meeting.AccountId,
            MailKind.Meeting,
            Calendar: new MailCalendar(entry.Method, CalendarText.Write(entry)));
    }

    private Mail ComposeForHost(Meeting meeting, User host, MailCalendar calendar)
    {
        var language = languages.Find(host.Language) ?? languages.Default;
        using var spoken = SpokenLanguage.Begin(language);
        var name = meeting.Status == MeetingStatus.Canceled ? "HostCanceled" : "Host";
        var when = MeetingTime.Write(meeting.StartsAt, host.TimeZone ?? handbook.Zone.Id, handbook);
        return new Mail(
            host.Email!,
            texts[$"Mail.{name}.Subject", meeting.Name, when],
            texts[$"Mail.{name}.Body", host.DisplayName, meeting.Name, when, address.To("desk/meetings").AbsoluteUri],
            language.Code,
            meeting.AccountId,
            MailKind.Meeting,
            Calendar: calendar);
    }
}
