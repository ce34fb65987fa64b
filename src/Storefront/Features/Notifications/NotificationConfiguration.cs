using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Notifications;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<NotificationSettings>, IEntityTypeConfiguration<NotificationChoice>
{
    public void Configure(EntityTypeBuilder<NotificationSettings> builder)
    {
        builder.ToTable("notification_settings");
        builder.HasKey(settings => settings.UserId);
        builder.Property(settings => settings.UserId).ValueGeneratedNever();
        builder.Ignore(settings => settings.DigestAt);
        builder.Ignore(settings => settings.Quiet);
        builder.HasOne<User>().WithMany().HasForeignKey(settings => settings.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NotificationChoice> builder)
    {
        builder.ToTable("notification_choices");
        builder.HasKey(choice => new { choice.UserId, choice.Kind });
        builder.HasOne<User>().WithMany().HasForeignKey(choice => choice.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
