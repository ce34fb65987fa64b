using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;

namespace Storefront.Features.Attachments;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentChunk>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.HasKey(attachment => new { attachment.AccountId, attachment.Id });
        builder.HasIndex(attachment => new { attachment.AccountId, attachment.TicketId });
        builder.HasIndex(attachment => new { attachment.AccountId, attachment.ProjectId }).HasFilter("project_id IS NOT NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(attachment => attachment.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ticket>().WithMany()
            .HasForeignKey(attachment => new { attachment.AccountId, attachment.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AttachmentChunk> builder)
    {
        builder.ToTable("attachment_chunks");
        builder.HasKey(chunk => new { chunk.AccountId, chunk.AttachmentId, chunk.Index });
        builder.HasOne<Attachment>().WithMany()
            .HasForeignKey(chunk => new { chunk.AccountId, chunk.AttachmentId }).OnDelete(DeleteBehavior.Cascade);
    }
}
