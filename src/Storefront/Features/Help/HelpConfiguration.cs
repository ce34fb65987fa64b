using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Tickets;

namespace Storefront.Features.Help;

internal sealed class HelpConfiguration : IEntityTypeConfiguration<AutomaticAnswer>
{
    public void Configure(EntityTypeBuilder<AutomaticAnswer> builder)
    {
        builder.ToTable("automatic_answers");
        builder.HasKey(answer => new { answer.AccountId, answer.TicketId });
        builder.HasOne<Ticket>().WithOne().HasForeignKey<AutomaticAnswer>(answer => new { answer.AccountId, answer.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }
}
