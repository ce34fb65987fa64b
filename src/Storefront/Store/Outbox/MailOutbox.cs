using Storefront.Domain.Houses;
using Storefront.Domain.Shared;

namespace Storefront.Store.Outbox;

internal sealed class MailOutbox(AccountTransactions transactions, Handbook handbook) : IOutbox
{
    /// <summary>The kind of due work that sends one mail.</summary>
    public const string DueWorkKind = "mail.send";

    /// <summary>The kind of due work that sends what a person gets once a day.</summary>
    public const string DigestWorkKind = "mail.digest";

    /// <summary>The key of the work for a person's daily mail.</summary>
    public static string DigestKey(UserId user) => $"digest:{user.Value:N}";

    public async Task EnqueueAsync(StoreScope scope, Mail mail, CancellationToken cancellationToken)
    {
        var delivery = await MailDelivery.DecideAsync(scope, mail, handbook, cancellationToken);
        if (delivery.Timing == MailTiming.Off)
        {
            return;
        }

        var daily = delivery.Timing == MailTiming.Daily;
        var row = new MailRow
        {
            Id = MailId.New(scope.Now),
            AccountId = mail.AccountId,
            To = mail.To,
            Subject = mail.Subject,
            Body = mail.Body,
            Language = mail.Language,
            Kind = mail.Kind,
            RecipientId = delivery.Recipient,
            CalendarMethod = mail.Calendar?.Method,
            CalendarText = mail.Calendar?.Text,
            ReplyTo = mail.ReplyTo,
            InReplyTo = mail.InReplyTo,
            TicketId = mail.TicketId,
            InvitationId = mail.InvitationId,
            IsAutomatic = mail.IsAutomatic,
            IsMessage = mail.IsMessage,
            CreatedAt = scope.Now,
            HeldUntil = !daily && delivery.At > scope.Now ? delivery.At : null,
            DigestAt = daily ? delivery.At : null,
        };
        scope.Db.Add(row);
        await (daily
            ? scope.ScheduleAsync(DigestWorkKind, DigestKey(delivery.Recipient!.Value), delivery.At, subject: delivery.Recipient.ToString(), cancellationToken: cancellationToken)
            : scope.ScheduleAsync(DueWorkKind, $"mail:{row.Id.Value:N}", delivery.At, mail.AccountId, row.Id.ToString(), cancellationToken));
    }

    public async Task EnqueueAsync(Mail mail, CancellationToken cancellationToken) =>
        await transactions.RunAsync<Done>(async (scope, token) =>
        {
            await EnqueueAsync(scope, mail, token);
            return Done.Value;
        },
        cancellationToken);
}
