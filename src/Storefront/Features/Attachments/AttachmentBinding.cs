using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Attachments;

/// <summary>Gives uploaded files to a message, inside an action's transaction.</summary>
public sealed class AttachmentBinding(Handbook handbook)
{
    /// <summary>
    /// Gives all of them or refuses: <see cref="TooManyAttachments"/>, and NOT_FOUND for a file that does not exist, was uploaded by somebody
    /// else, or belongs to a message already.
    /// </summary>
    public async Task<Result<Done>> AttachAsync(
        AccountScope scope,
        IReadOnlyCollection<AttachmentId> ids,
        UserId author,
        TicketId ticket,
        TicketMessageId message,
        CancellationToken cancellationToken)
    {
        if (!(await TakeAsync(scope, ids, author, cancellationToken)).TryGet(out var found, out var refusal))
        {
            return refusal;
        }

        foreach (var attachment in found)
        {
            (attachment.TicketId, attachment.MessageId) = (ticket, message);
            await scope.UnscheduleAsync(UploadAttachment.SweepKey(attachment.Id), cancellationToken);
        }

        return Done.Value;
    }

    /// <summary>Gives all of them to a project, or refuses as <see cref="AttachAsync"/> does.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="ids">The files.</param>
    /// <param name="author">Who uploaded them.</param>
    /// <param name="project">The project.</param>
    /// <param name="mark">Says of each what of the project it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Done>> AttachToProjectAsync(
        AccountScope scope,
        IReadOnlyCollection<AttachmentId> ids,
        UserId author,
        ProjectId project,
        Action<Attachment> mark,
        CancellationToken cancellationToken)
    {
        if (!(await TakeAsync(scope, ids, author, cancellationToken)).TryGet(out var found, out var refusal))
        {
            return refusal;
        }

        foreach (var attachment in found)
        {
            attachment.ProjectId = project;
            mark(attachment);
            await scope.UnscheduleAsync(UploadAttachment.SweepKey(attachment.Id), cancellationToken);
        }

        return Done.Value;
    }

    /// <summary>
    /// What the files hold, whether they wait for a message or have one: a form that is sent twice brings the same files under other ids.
    /// </summary>
    public static async Task<IReadOnlyList<string>> PrintsAsync(
        AccountScope scope, IReadOnlyCollection<AttachmentId> ids, UserId author, CancellationToken cancellationToken)
    {
        var files = await scope.Db.Set<Attachment>().AsNoTracking()
            .Where(row => row.AccountId == scope.AccountId && ids.Contains(row.Id) && row.UploadedBy == author)
            .Select(row => new { row.FileName, row.Sha256 }).ToListAsync(cancellationToken);
        return [.. files.Select(file => $"{Convert.ToHexStringLower(file.Sha256)} {file.FileName}").Order(StringComparer.Ordinal)];
    }

    private async Task<Result<List<Attachment>>> TakeAsync(
        AccountScope scope, IReadOnlyCollection<AttachmentId> ids, UserId author, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count > handbook.Attachments.MaximumPerMessage)
        {
            return new TooManyAttachments(handbook.Attachments.MaximumPerMessage);
        }

        var found = await scope.Db.Set<Attachment>()
            .Where(row => row.AccountId == scope.AccountId && wanted.Contains(row.Id) && row.TicketId == null && row.ProjectId == null && row.PaymentNoticeId == null && row.UploadedBy == author)
            .ToListAsync(cancellationToken);
        if (found.Count < wanted.Count)
        {
            return new NotFound("attachment");
        }

        return found;
    }
}
