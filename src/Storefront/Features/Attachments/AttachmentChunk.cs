using Storefront.Domain.Shared;

namespace Storefront.Features.Attachments;

/// <summary>A piece of a file, so that no answer and no request ever holds all of it.</summary>
public sealed class AttachmentChunk
{
    /// <summary>Bytes of every piece but the last, which has the rest.</summary>
    public const int Size = 256 * 1024;

    public required AccountId AccountId { get; init; }

    public required AttachmentId AttachmentId { get; init; }

    /// <summary>From 0.</summary>
    public required int Index { get; init; }

    public required byte[] Bytes { get; init; }
}
