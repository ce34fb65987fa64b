using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<PlanSubscription>, IEntityTypeConfiguration<PendingPlanChange>
{
    public void Configure(EntityTypeBuilder<PlanSubscription> builder)
    {
        builder.ToTable("plan_subscriptions");
        builder.HasKey(subscription => new { subscription.AccountId, subscription.Id });
        builder.ComplexProperty(subscription => subscription.Price);
        builder.Property(subscription => subscription.RevertsTo).HasJsonConversion();
        builder.Property(subscription => subscription.Scheduled).HasJsonConversion();
        builder.Property(subscription => subscription.Earned).HasJsonConversion();
        builder.Property(subscription => subscription.EarnedNext).HasJsonConversion();
        builder.HasIndex(subscription => subscription.StripeSubscriptionId).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(subscription => subscription.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HandbookVersionRow>().WithMany().HasForeignKey(subscription => subscription.HandbookVersion).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HandbookVersionRow>().WithMany().HasForeignKey(subscription => subscription.ScheduledHandbookVersion).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PendingPlanChange> builder)
    {
        builder.ToTable("pending_plan_changes");
        builder.HasKey(change => new { change.AccountId, change.Id });
        builder.HasIndex(change => new { change.AccountId, change.IdempotencyKey }).IsUnique();
        builder.HasIndex(change => change.State);
        builder.HasOne<PlanSubscription>().WithMany()
            .HasForeignKey(change => new { change.AccountId, change.SubscriptionId }).OnDelete(DeleteBehavior.Restrict);
    }
}
