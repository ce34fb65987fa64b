using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Features.Tickets.Intake;

internal sealed class IntakeConfiguration : IEntityTypeConfiguration<TicketIntakeRow>
{
    public void Configure(EntityTypeBuilder<TicketIntakeRow> builder)
    {
        builder.ToTable("ticket_intakes");
        builder.HasKey(row => new { row.AccountId, row.TicketId });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(row => new { row.AccountId, row.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }
}
