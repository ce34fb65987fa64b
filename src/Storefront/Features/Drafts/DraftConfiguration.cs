using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;

namespace Storefront.Features.Drafts;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<TicketDraft>, IEntityTypeConfiguration<NewTicketDraft>
{
    public void Configure(EntityTypeBuilder<TicketDraft> builder)
    {
        builder.ToTable("ticket_drafts");
        builder.HasKey(draft => new { draft.AccountId, draft.TicketId, draft.AuthorId, draft.Kind });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(draft => new { draft.AccountId, draft.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NewTicketDraft> builder)
    {
        builder.ToTable("new_ticket_drafts");
        builder.HasKey(draft => new { draft.AccountId, draft.AuthorId });
        builder.HasOne<Account>().WithMany().HasForeignKey(draft => draft.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
