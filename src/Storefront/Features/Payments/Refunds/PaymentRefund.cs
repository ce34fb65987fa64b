using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Refunds;

/// <summary>Money of a payment that staff give back.</summary>
public sealed class PaymentRefund
{
    public required AccountId AccountId { get; init; }

    public required RefundId Id { get; init; }

    public required PaymentId PaymentId { get; init; }

    public required Money Amount { get; init; }

    /// <summary>The number that the bank gave it; null where the card's provider sends it.</summary>
    public string? Reference { get; init; }

    /// <summary>Why, for staff; null for nothing.</summary>
    public string? Reason { get; init; }

    public required RefundStatus Status { get; set; }

    public required UserId AskedBy { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>When it went back, or was refused; null while it is on its way.</summary>
    public Instant? DoneAt { get; set; }
}

/// <summary>What names a refund among all accounts.</summary>
public readonly record struct RefundKey(AccountId AccountId, RefundId Id);

/// <summary>What names a payment among all accounts.</summary>
public readonly record struct PaymentKey(AccountId AccountId, PaymentId Id);

internal sealed class PaymentRefundConfiguration : IEntityTypeConfiguration<PaymentRefund>
{
    public void Configure(EntityTypeBuilder<PaymentRefund> builder)
    {
        builder.ToTable("payment_refunds");
        builder.HasKey(refund => new { refund.AccountId, refund.Id });
        builder.ComplexProperty(refund => refund.Amount);
        builder.Property(refund => refund.Reference).HasMaxLength(RefundRules.LongestReference);
        builder.Property(refund => refund.Reason).HasMaxLength(RefundRules.LongestReason);
        builder.HasIndex(refund => new { refund.AccountId, refund.PaymentId });
        builder.HasOne<Payment>().WithMany().HasForeignKey(refund => new { refund.AccountId, refund.PaymentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
