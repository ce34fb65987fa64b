using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Entitlements;

internal sealed class EntitlementConfiguration : IEntityTypeConfiguration<AccountCare>, IEntityTypeConfiguration<AccountMark>
{
    public void Configure(EntityTypeBuilder<AccountCare> builder)
    {
        builder.ToTable("account_care");
        builder.HasKey(care => care.AccountId);
        builder.Property(care => care.AccountId).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(care => care.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AccountMark> builder)
    {
        builder.ToTable("account_marks");
        builder.HasKey(mark => new { mark.AccountId, mark.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(mark => mark.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
