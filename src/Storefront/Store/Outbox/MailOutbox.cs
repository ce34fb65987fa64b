using Storefront.Domain.Shared;

namespace Storefront.Store.Outbox;

internal sealed class MailOutbox(AccountTransactions transactions) : IOutbox
{
    /// <summary>The kind of due work that sends one mail.</summary>
    public const string DueWorkKind = "mail.send";

    public async Task EnqueueAsync(StoreScope scope, Mail mail, CancellationToken cancellationToken)
    {
        var row = new MailRow
        {
            Id = MailId.New(scope.Now),
            AccountId = mail.AccountId,
            To = mail.To,
            Subject = mail.Subject,
            Body = mail.Body,
            Language = mail.Language,
            CreatedAt = scope.Now,
        };
        scope.Db.Add(row);
        await scope.ScheduleAsync(DueWorkKind, $"mail:{row.Id.Value:N}", scope.Now, mail.AccountId, row.Id.ToString(), cancellationToken);
    }

    public async Task EnqueueAsync(Mail mail, CancellationToken cancellationToken) =>
        await transactions.RunAsync<Done>(async (scope, token) =>
        {
            await EnqueueAsync(scope, mail, token);
            return Done.Value;
        },
        cancellationToken);
}
