using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Notifications;
using Storefront.Store.DueWork;

namespace Storefront.Store.Outbox;

/// <summary>
/// Sends one mail of the outbox. Dying between sending and ticking off sends it again, under the same Message-ID. What its receiver has switched off
/// since it was written is not sent.
/// </summary>
internal sealed class SendMail(StorefrontDb db, IMailTransport transport, LetterWriter letters, BusinessClock clock) : IDueWorkHandler
{
    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = new MailId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        if (await db.Set<MailRow>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { SentAt: null } mail)
        {
            return;
        }

        if (mail is { RecipientId: { } recipient }
            && await db.Set<NotificationChoice>().AnyAsync(
                row => row.UserId == recipient && row.Kind == mail.Kind && row.Timing == MailTiming.Off, cancellationToken))
        {
            db.Remove(mail);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        var letter = letters.Write(mail);
        await transport.SendAsync(letter, cancellationToken);
        mail.SentAt = clock.GetCurrentInstant();
        mail.Body = transport.KeepsText ? letter.Body : "";
        mail.CalendarText = transport.KeepsText ? mail.CalendarText : null;
        await db.SaveChangesAsync(cancellationToken);
    }
}
