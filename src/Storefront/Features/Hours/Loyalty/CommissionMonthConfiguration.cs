using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Hours.Loyalty;

internal sealed class CommissionMonthConfiguration : IEntityTypeConfiguration<CommissionMonthRow>
{
    public void Configure(EntityTypeBuilder<CommissionMonthRow> builder)
    {
        builder.ToTable("commission_months");
        builder.HasKey(month => new { month.AccountId, month.Month });
        builder.ComplexProperty(month => month.Net);
        builder.HasOne<Account>().WithMany().HasForeignKey(month => month.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
