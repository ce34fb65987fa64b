using Microsoft.AspNetCore.Mvc.ModelBinding;
using Storefront.Domain.Shared;
using Storefront.Features.Api;

namespace Storefront.Features.Attachments;

/// <summary>
/// Files that a page's form carries. They are kept as soon as they come, so that a form which is shown again — to be looked through, or
/// because something is wrong — still has them.
/// </summary>
public sealed class FormFiles(UploadAttachment upload, AttachmentReader reader, RefusalTexts texts)
{
    /// <summary>All files of the form: those kept before and still wanted, then the new ones; what is refused is told beside the field.</summary>
    /// <param name="account">Whose they are.</param>
    /// <param name="uploader">Who sends the form.</param>
    /// <param name="kept">Ids of those kept before, as the form gave them back.</param>
    /// <param name="files">Those that just came.</param>
    /// <param name="faults">Gets what is wrong.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Attachment>> KeepAsync(
        AccountId account,
        UserId uploader,
        IEnumerable<Guid> kept,
        IEnumerable<IFormFile> files,
        ModelStateDictionary faults,
        string field,
        CancellationToken cancellationToken)
    {
        var all = new List<Attachment>(
            await reader.ListWaitingAsync(account, uploader, [.. kept.Select(id => new AttachmentId(id))], cancellationToken));
        foreach (var file in files)
        {
            var result = await upload.HandleAsync(account, uploader, UploadedFile.Of(file), cancellationToken);
            if (result.Refusal is { } refusal)
            {
                faults.AddModelError(field, texts.Describe(refusal));
            }
            else
            {
                all.Add(result.Value);
            }
        }

        return all;
    }
}
