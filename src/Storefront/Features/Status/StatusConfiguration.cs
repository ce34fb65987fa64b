using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Features.Status;

internal sealed class StatusConfiguration : IEntityTypeConfiguration<Incident>, IEntityTypeConfiguration<IncidentUpdate>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("incidents");
        builder.HasKey(incident => incident.Id);
        builder.Property(incident => incident.Id).ValueGeneratedNever();
        builder.HasIndex(incident => incident.StartsAt);
        builder.HasIndex(incident => incident.ResolvedAt);
        builder.HasIndex(incident => incident.IdempotencyKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IncidentUpdate> builder)
    {
        builder.ToTable("incident_updates");
        builder.HasKey(update => new { update.IncidentId, update.Id });
        builder.HasIndex(update => update.IdempotencyKey).IsUnique();
        builder.HasOne<Incident>().WithMany().HasForeignKey(update => update.IncidentId).OnDelete(DeleteBehavior.Restrict);
    }
}
