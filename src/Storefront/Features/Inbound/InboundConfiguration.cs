using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Tickets;

namespace Storefront.Features.Inbound;

internal sealed class InboundConfiguration
    : IEntityTypeConfiguration<InboundMessage>, IEntityTypeConfiguration<TicketParty>, IEntityTypeConfiguration<MessagingLink>
{
    public void Configure(EntityTypeBuilder<InboundMessage> builder)
    {
        builder.ToTable("inbound_messages");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.Fingerprint).IsUnique();
        builder.HasIndex(row => new { row.Sender, row.ReceivedAt });
        builder.HasIndex(row => row.ReceivedAt);
    }

    public void Configure(EntityTypeBuilder<TicketParty> builder)
    {
        builder.ToTable("ticket_parties");
        builder.HasKey(row => new { row.AccountId, row.Id });
        builder.HasIndex(row => new { row.AccountId, row.TicketId, row.Email }).IsUnique();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(row => new { row.AccountId, row.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MessagingLink> builder)
    {
        builder.ToTable("messaging_links");
        builder.HasKey(row => row.UserId);
        builder.Property(row => row.UserId).ValueGeneratedNever();
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.CodeHash).IsUnique();
    }
}
