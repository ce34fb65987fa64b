using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Store;

namespace Storefront.Features.Plans.Rates;

internal sealed class RateChangeConfiguration : IEntityTypeConfiguration<RateChange>
{
    public void Configure(EntityTypeBuilder<RateChange> builder)
    {
        builder.ToTable("rate_changes");
        builder.HasKey(change => change.Id);
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.ComplexProperty(change => change.Base);
        builder.Property<RateSeasons?>(nameof(RateChange.Seasons)).HasJsonConversion().IsRequired();
        builder.HasIndex(change => change.At);
    }
}
