using NodaTime;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;

namespace Storefront.Features.Attachments;

/// <summary>An uploaded file. Uploaded first, it belongs to nothing until a message or ticket names it.</summary>
public sealed class Attachment
{
    public required AccountId AccountId { get; init; }

    public required AttachmentId Id { get; init; }

    public TicketId? TicketId { get; set; }

    public TicketMessageId? MessageId { get; set; }

    /// <summary>The project it was handed over for; null for none.</summary>
    public ProjectId? ProjectId { get; set; }

    /// <summary>What of the project's inputs it is; null for none.</summary>
    public GivenInputId? GivenInputId { get; set; }

    /// <summary>What the house handed over with it; null for none.</summary>
    public ProjectDocumentId? ProjectDocumentId { get; set; }

    /// <summary>The notice of a payment that it proves; null for none.</summary>
    public PaymentNoticeId? PaymentNoticeId { get; set; }

    /// <summary>The name it came with, without any path.</summary>
    public required string FileName { get; init; }

    /// <summary>The type that its bytes show, whatever was claimed.</summary>
    public required string ContentType { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the bytes.</summary>
    public required byte[] Sha256 { get; init; }

    public required UserId UploadedBy { get; init; }

    public required Instant UploadedAt { get; init; }
}
