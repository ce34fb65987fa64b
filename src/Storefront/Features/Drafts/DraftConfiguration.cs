using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Tickets;

namespace Storefront.Features.Drafts;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<TicketDraft>
{
    public void Configure(EntityTypeBuilder<TicketDraft> builder)
    {
        builder.ToTable("ticket_drafts");
        builder.HasKey(draft => new { draft.AccountId, draft.TicketId, draft.AuthorId, draft.Kind });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(draft => new { draft.AccountId, draft.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }
}
