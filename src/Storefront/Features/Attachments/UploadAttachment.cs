using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Attachments;

/// <summary>
/// Keeps a file that a message will name. It belongs to who uploaded it; what no message names within a day is removed.
/// </summary>
public sealed class UploadAttachment(AccountTransactions transactions, Handbook handbook)
{
    /// <summary>Due work that removes a file which nothing named.</summary>
    public const string SweepKind = "attachment.sweep";

    /// <summary>How many messages' worth of files one person may have waiting.</summary>
    private const int WaitingMessages = 3;

    private static readonly Duration Kept = Duration.FromHours(24);

    /// <param name="account">Whose it is.</param>
    /// <param name="by">Who sends it: the only one who can attach it.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    public async Task<Result<Attachment>> HandleAsync(AccountId account, UserId by, UploadedFile file, CancellationToken cancellationToken)
    {
        if (!(await CheckAsync(file, handbook.Attachments, cancellationToken)).TryGet(out var accepted, out var refusal))
        {
            return refusal;
        }

        return await transactions.RunAsync<Attachment>(account, async (scope, token) =>
        {
            var most = handbook.Attachments.MaximumPerMessage * WaitingMessages;
            if (await scope.Db.Set<Attachment>().CountAsync(row => row.AccountId == account && row.TicketId == null && row.ProjectId == null && row.PaymentNoticeId == null && row.UploadedBy == by, token) >= most)
            {
                return new TooManyAttachments(most);
            }

            var attachment = new Attachment
            {
                AccountId = account,
                Id = AttachmentId.New(scope.Now),
                FileName = accepted.Name,
                ContentType = accepted.MediaType,
                Size = file.Length,
                Sha256 = accepted.Sha256,
                UploadedBy = by,
                UploadedAt = scope.Now,
            };
            scope.Db.Add(attachment);
            await WriteChunksAsync(scope, attachment, file, token);
            await scope.ScheduleAsync(SweepKind, SweepKey(attachment.Id), scope.Now + Kept, account, attachment.Id.ToString(), token);
            return attachment;
        },
        cancellationToken);
    }

    internal static string SweepKey(AttachmentId id) => $"attachment:{id.Value:N}";

    private static async Task<Result<Accepted>> CheckAsync(UploadedFile file, AttachmentPolicy policy, CancellationToken cancellationToken)
    {
        var name = AttachmentName.Clean(file.Name);
        if (policy.ForExtension(Path.GetExtension(name)) is not { } type)
        {
            return new AttachmentTypeNotAllowed(name, [.. policy.Types.SelectMany(known => known.Extensions)]);
        }

        if (file.Length == 0)
        {
            return new AttachmentEmpty(name);
        }

        if (file.Length > policy.MaximumBytes)
        {
            return new AttachmentTooLarge(name, policy.MaximumBytes);
        }

        await using var content = file.Open();
        if (!await FileContent.IsAsync(content, type.MediaType, cancellationToken))
        {
            return new AttachmentContentMismatch(name);
        }

        content.Position = 0;
        return new Accepted(name, type.MediaType, await SHA256.HashDataAsync(content, cancellationToken));
    }

    /// <summary>A few pieces at a time, so that no more of the file is in memory.</summary>
    private static async Task WriteChunksAsync(AccountScope scope, Attachment attachment, UploadedFile file, CancellationToken cancellationToken)
    {
        await scope.Db.SaveChangesAsync(cancellationToken);
        await using var content = file.Open();
        for (var index = 0; ; index++)
        {
            var bytes = new byte[Math.Min(AttachmentChunk.Size, file.Length - content.Position)];
            if (bytes.Length == 0)
            {
                return;
            }

            await content.ReadExactlyAsync(bytes, cancellationToken);
            var chunk = scope.Db.Add(new AttachmentChunk
            {
                AccountId = attachment.AccountId,
                AttachmentId = attachment.Id,
                Index = index,
                Bytes = bytes,
            });
            await scope.Db.SaveChangesAsync(cancellationToken);
            chunk.State = EntityState.Detached;
        }
    }

    private sealed record Accepted(string Name, string MediaType, byte[] Sha256);
}
