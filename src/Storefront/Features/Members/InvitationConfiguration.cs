using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Members;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasKey(invitation => new { invitation.AccountId, invitation.Id });
        builder.Ignore(invitation => invitation.State);
        builder.Ignore(invitation => invitation.Key);
        builder.Ignore(invitation => invitation.IsPending);
        builder.Property(invitation => invitation.CodeHash).HasMaxLength(32);
        builder.HasIndex(invitation => invitation.CodeHash).IsUnique();
        builder.HasIndex(invitation => invitation.Email);
        builder.HasIndex(invitation => invitation.ExpiresAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(invitation => invitation.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
