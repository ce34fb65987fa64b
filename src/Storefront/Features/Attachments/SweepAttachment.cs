using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Attachments;

/// <summary>Removes an uploaded file that no message named.</summary>
internal sealed class SweepAttachment(AccountTransactions transactions) : IDueWorkHandler
{
    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = new AttachmentId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        await transactions.RunAsync<Done>(work.AccountId!.Value, async (scope, token) =>
        {
            // Its pieces go with it.
            await scope.Db.Set<Attachment>().Where(row => row.AccountId == scope.AccountId && row.Id == id && row.TicketId == null && row.ProjectId == null && row.PaymentNoticeId == null)
                .ExecuteDeleteAsync(token);
            return Done.Value;
        },
        cancellationToken);
    }
}
