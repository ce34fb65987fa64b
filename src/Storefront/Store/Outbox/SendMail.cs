using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store.DueWork;

namespace Storefront.Store.Outbox;

/// <summary>Sends one mail of the outbox. Dying between sending and ticking off sends it again, under the same Message-ID.</summary>
internal sealed class SendMail(StorefrontDb db, IMailTransport transport, BusinessClock clock) : IDueWorkHandler
{
    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = new MailId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        var mail = await db.Set<MailRow>().SingleAsync(row => row.Id == id, cancellationToken);
        if (mail.SentAt is not null)
        {
            return;
        }

        await transport.SendAsync(mail, cancellationToken);
        mail.SentAt = clock.GetCurrentInstant();
        if (!transport.KeepsText)
        {
            mail.Body = "";
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
