using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;

namespace Storefront.Features.Payments.Notices;

internal sealed class PaymentNoticeConfiguration : IEntityTypeConfiguration<PaymentNotice>
{
    public void Configure(EntityTypeBuilder<PaymentNotice> builder)
    {
        builder.ToTable("payment_notices");
        builder.HasKey(notice => new { notice.AccountId, notice.Id });
        builder.Ignore(notice => notice.State);
        builder.ComplexProperty(notice => notice.Amount);
        builder.Property(notice => notice.BankReference).HasMaxLength(PaymentNotice.LongestReference);
        builder.Property(notice => notice.Note).HasMaxLength(PaymentNotice.LongestNote);
        builder.HasIndex(notice => notice.Number).IsUnique();
        builder.HasIndex(notice => new { notice.Status, notice.Number });
        builder.HasIndex(notice => new { notice.Number, notice.Status }).HasFilter("status <> 'Pending'");
        builder.HasIndex(notice => new { notice.AccountId, notice.OrderId });
        builder.HasIndex(notice => notice.ProofHash).HasFilter("proof_hash IS NOT NULL");
        builder.HasIndex(notice => notice.ReferenceKey).HasFilter("reference_key IS NOT NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(notice => notice.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Order>().WithMany().HasForeignKey(notice => new { notice.AccountId, notice.OrderId }).OnDelete(DeleteBehavior.Restrict);
    }
}
