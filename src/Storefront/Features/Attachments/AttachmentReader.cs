using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Attachments;

/// <summary>Reads files for who may see them; what others have is not found (COM-06).</summary>
public sealed class AttachmentReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>
    /// A file that the viewer may download: one of a message, project or payment of its account, one that it uploaded itself, or for staff any of a ticket, project or payment.
    /// What hangs on a note among staff is none of the customer's.
    /// </summary>
    public async Task<Attachment?> FindAsync(AttachmentId id, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = db.Set<TicketMessage>();
        return await db.Set<Attachment>().AsNoTracking()
            .Where(row => row.Id == id)
            .Where(row => (row.TicketId == null && row.ProjectId == null && row.PaymentNoticeId == null && row.UploadedBy == viewer.UserId && (viewer.IsStaff || row.AccountId == viewer.AccountId))
                || ((row.TicketId != null || row.ProjectId != null || row.PaymentNoticeId != null) && viewer.IsStaff)
                || ((row.ProjectId != null || row.PaymentNoticeId != null) && row.AccountId == viewer.AccountId)
                || (row.AccountId == viewer.AccountId
                    && messages.Any(message => message.AccountId == row.AccountId && message.Id == row.MessageId)))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Those of the uploaded files that wait for a message of the same person, in the order they were sent.</summary>
    public async Task<IReadOnlyList<Attachment>> ListWaitingAsync(
        AccountId account, UserId uploader, IReadOnlyCollection<AttachmentId> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Attachment>().AsNoTracking()
            .Where(row => row.AccountId == account && ids.Contains(row.Id) && row.TicketId == null && row.ProjectId == null && row.PaymentNoticeId == null && row.UploadedBy == uploader)
            .OrderBy(row => row.UploadedAt).ThenBy(row => row.FileName).ToListAsync(cancellationToken);
    }

    /// <summary>Writes a file's bytes, a piece at a time.</summary>
    public async Task CopyToAsync(Attachment attachment, Stream destination, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chunks = db.Set<AttachmentChunk>().AsNoTracking()
            .Where(chunk => chunk.AccountId == attachment.AccountId && chunk.AttachmentId == attachment.Id);
        for (var index = 0; await chunks.Where(chunk => chunk.Index == index).Select(chunk => chunk.Bytes).FirstOrDefaultAsync(cancellationToken) is { } bytes; index++)
        {
            await destination.WriteAsync(bytes, cancellationToken);
        }
    }
}
