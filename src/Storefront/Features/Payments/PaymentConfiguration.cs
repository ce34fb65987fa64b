using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Payments;

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<WebhookEvent>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments");
        builder.HasKey(payment => new { payment.AccountId, payment.Id });
        builder.ComplexProperty(payment => payment.Amount);
        builder.HasIndex(payment => payment.BusinessKey).IsUnique();
        builder.HasIndex(payment => new { payment.AccountId, payment.ReceivedAt });
        builder.HasIndex(payment => payment.StripePaymentIntentId).HasFilter("stripe_payment_intent_id IS NOT NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(payment => payment.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WebhookEvent> builder)
    {
        builder.ToTable("webhook_events");
        builder.HasKey(webhook => webhook.Id);
        builder.Property(webhook => webhook.Id).ValueGeneratedNever();
        builder.HasIndex(webhook => webhook.StripeEventId).IsUnique();
        builder.HasIndex(webhook => new { webhook.State, webhook.ReceivedAt });
        builder.HasIndex(webhook => webhook.ReceivedAt).HasFilter("raw <> ''");
    }
}
