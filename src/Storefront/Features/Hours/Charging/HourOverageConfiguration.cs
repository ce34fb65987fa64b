using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Hours.Charging;

internal sealed class HourOverageConfiguration : IEntityTypeConfiguration<HourOverage>
{
    public void Configure(EntityTypeBuilder<HourOverage> builder)
    {
        builder.ToTable("hour_overages");
        builder.HasKey(overage => new { overage.AccountId, overage.Id });
        builder.Ignore(overage => overage.Minutes);
        builder.Ignore(overage => overage.Total);
        builder.ComplexProperty(overage => overage.HourlyRate);
        builder.ComplexProperty(overage => overage.Net);
        builder.ComplexProperty(overage => overage.Tax);
        builder.HasIndex(overage => new { overage.AccountId, overage.TicketId });
        builder.HasOne<Account>().WithMany().HasForeignKey(overage => overage.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
