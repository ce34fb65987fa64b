using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Features.Checkout;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders");
        builder.HasKey(order => new { order.AccountId, order.Id });
        builder.Property(order => order.PlanKey).HasField("planKey").UsePropertyAccessMode(PropertyAccessMode.Field).IsRequired();
        builder.Ignore(order => order.Purpose);
        builder.Ignore(order => order.IsOwed);
        builder.Ignore(order => order.BuysTerm);
        builder.Property(order => order.RenewalLines).HasJsonConversion();
        builder.HasIndex(order => order.RenewalDueOn);
        builder.Ignore(order => order.Price);
        builder.Ignore(order => order.PriceTax);
        builder.Ignore(order => order.CreditTotal);
        builder.ComplexProperty(order => order.Net);
        builder.ComplexProperty(order => order.Tax);
        builder.ComplexProperty(order => order.Total);
        builder.HasIndex(order => order.Reference).IsUnique();
        builder.HasIndex(order => new { order.AccountId, order.QuoteId }).IsUnique();
        builder.HasIndex(order => order.StripeSessionId).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(order => order.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HandbookVersionRow>().WithMany().HasForeignKey(order => order.HandbookVersion).OnDelete(DeleteBehavior.Restrict);
    }
}
