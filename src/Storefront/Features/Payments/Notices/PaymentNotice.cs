using NodaTime;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Notices;

/// <summary>What a customer says that it paid for an order, until staff have looked (TEC-03).</summary>
public sealed class PaymentNotice
{
    /// <summary>The longest reference of a bank that is kept.</summary>
    public const int LongestReference = 80;

    /// <summary>The longest note.</summary>
    public const int LongestNote = 1000;

    public required AccountId AccountId { get; init; }

    public required PaymentNoticeId Id { get; init; }

    /// <summary>What people call it by; in the order in which notices came in the house.</summary>
    public required long Number { get; init; }

    public required OrderId OrderId { get; init; }

    /// <summary>By the handbook's key.</summary>
    public required string Method { get; init; }

    public required Money Amount { get; init; }

    /// <summary>The day on which it was paid, as the customer says.</summary>
    public required LocalDate PaidOn { get; init; }

    /// <summary>The number that the bank gave it; null where the customer gave none.</summary>
    public string? BankReference { get; init; }

    /// <summary>The same without what people write differently, by which two are found to be one.</summary>
    public string? ReferenceKey { get; init; }

    public string? Note { get; init; }

    /// <summary>The file that proves it; null where there is none.</summary>
    public AttachmentId? ProofId { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal, by which two are found to be one.</summary>
    public string? ProofHash { get; init; }

    public required UserId NotifiedBy { get; init; }

    public required Instant NotifiedAt { get; init; }

    /// <summary>By when the house said that it would have looked.</summary>
    public required Instant AnswerBy { get; init; }

    public required PaymentNoticeStatus Status { get; set; }

    /// <summary>When staff decided; null while it waits.</summary>
    public Instant? DecidedAt { get; set; }

    public UserId? DecidedBy { get; set; }

    /// <summary>What came, which may be another amount than was told; null while nobody looked.</summary>
    public long? ReceivedMinorUnits { get; set; }

    /// <summary>Why nothing was confirmed, in words for the customer.</summary>
    public string? Reason { get; set; }

    /// <summary>The payment that it became.</summary>
    public PaymentId? PaymentId { get; set; }

    internal PaymentNoticeState State => new(Id, Status, Amount, PaidOn);
}
