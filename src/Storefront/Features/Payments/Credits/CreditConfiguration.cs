using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Payments.Credits;

internal sealed class CreditConfiguration : IEntityTypeConfiguration<CreditEntry>
{
    public void Configure(EntityTypeBuilder<CreditEntry> builder)
    {
        builder.ToTable("credit_entries", table => table.HasCheckConstraint("ck_credit_entries_balance", "balance_after_minor_units >= 0"));
        builder.HasKey(entry => new { entry.AccountId, entry.Id });
        builder.ComplexProperty(entry => entry.Amount);
        builder.HasIndex(entry => new { entry.AccountId, entry.Sequence }).IsUnique();
        builder.HasIndex(entry => entry.BusinessKey).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(entry => entry.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
