using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;

namespace Storefront.Features.Inbound;

/// <summary>Keeps the files of a message within the limits of any other message; what is beyond them is named and left out.</summary>
internal sealed class InboundFiles(UploadAttachment upload, Handbook handbook)
{
    private const int MostNamed = 5;

    public async Task<(IReadOnlyList<AttachmentId> Kept, IReadOnlyList<string> LeftOut)> KeepAsync(
        AccountId account, UserId author, InboundContent content, CancellationToken cancellationToken)
    {
        var (kept, leftOut) = (new List<AttachmentId>(), new List<string>());
        foreach (var file in content.Files)
        {
            var bytes = file.Bytes;
            if (kept.Count < handbook.Attachments.MaximumPerMessage
                && (await upload.HandleAsync(account, author, new UploadedFile(file.Name, bytes.Length, () => new MemoryStream(bytes, writable: false)), cancellationToken))
                    .TryGet(out var attachment, out _))
            {
                kept.Add(attachment.Id);
            }
            else if (leftOut.Count < MostNamed)
            {
                leftOut.Add(AttachmentName.Clean(file.Name));
            }
        }

        return (kept, leftOut);
    }
}
