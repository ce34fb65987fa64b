using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;

namespace Storefront.Features.Credentials;

internal sealed class CredentialConfiguration
    : IEntityTypeConfiguration<Credential>, IEntityTypeConfiguration<CredentialShare>, IEntityTypeConfiguration<CredentialReveal>
{
    public void Configure(EntityTypeBuilder<Credential> builder)
    {
        builder.ToTable("credentials");
        builder.HasKey(credential => new { credential.AccountId, credential.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(credential => credential.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CredentialShare> builder)
    {
        builder.ToTable("credential_shares");
        builder.HasKey(share => new { share.AccountId, share.CredentialId, share.TicketId });
        builder.HasIndex(share => new { share.AccountId, share.TicketId });
        builder.HasOne<Credential>().WithMany()
            .HasForeignKey(share => new { share.AccountId, share.CredentialId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(share => new { share.AccountId, share.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CredentialReveal> builder)
    {
        builder.ToTable("credential_reveals");
        builder.HasKey(reveal => new { reveal.AccountId, reveal.Id });
        builder.HasIndex(reveal => new { reveal.AccountId, reveal.At });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(reveal => new { reveal.AccountId, reveal.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }
}
