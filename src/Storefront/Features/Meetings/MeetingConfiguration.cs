using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Meetings;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meetings");
        builder.HasKey(meeting => meeting.Id);
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();

        // The last guard against two at the same time; the action asks first.
        builder.HasIndex(meeting => new { meeting.StartsAt, meeting.Seat }).IsUnique().HasFilter("status = 'Booked'");
        builder.HasIndex(meeting => meeting.BookingKey).IsUnique();
        builder.HasIndex(meeting => new { meeting.AccountId, meeting.StartsAt });
        builder.HasIndex(meeting => new { meeting.AccountId, meeting.FollowUpOf }).IsUnique().HasFilter("follow_up_of IS NOT NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(meeting => meeting.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
