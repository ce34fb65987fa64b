using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.GraphQL.Types;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Attachments;

/// <summary>Files by the API itself.</summary>
[MutationType]
public static class AttachmentMutations
{
    /// <summary>
    /// Keeps a file for a message of the same person, as `POST /attachments` does: the file comes in a multipart request with the header
    /// `GraphQL-Preflight`. What no message names within a day is removed.
    /// </summary>
    /// <param name="file">The file; its content decides what it is, not its name.</param>
    /// <param name="viewer">Who sends it.</param>
    /// <param name="upload">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Cost(20)]
    [Error<ReadOnlyMember>]
    [Error<NotFound>]
    [Error<AttachmentTooLarge>]
    [Error<AttachmentEmpty>]
    [Error<AttachmentTypeNotAllowed>]
    [Error<AttachmentContentMismatch>]
    [Error<TooManyAttachments>]
    public static async Task<Result<Attachment>> UploadAttachmentAsync(
        IFile file, [GlobalState(ApiViewer.Key)] Viewer viewer, UploadAttachment upload, CancellationToken cancellationToken) =>
        viewer.WritableAccount().TryGet(out var account, out var refusal)
            ? await upload.HandleAsync(account, viewer.UserId, new UploadedFile(file.Name, file.Length ?? 0, file.OpenReadStream), cancellationToken)
            : refusal;
}
