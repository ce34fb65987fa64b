using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Features.Payments;
using Storefront.Store;

namespace Storefront.Features.Invoices;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.ToTable("invoices");
        builder.HasKey(invoice => new { invoice.AccountId, invoice.Id });
        builder.Ignore(invoice => invoice.Amounts);
        builder.ComplexProperty(invoice => invoice.Net);
        builder.ComplexProperty(invoice => invoice.Tax);
        builder.ComplexProperty(invoice => invoice.Total);
        builder.HasIndex(invoice => new { invoice.Kind, invoice.Number }).IsUnique();
        builder.HasIndex(invoice => new { invoice.AccountId, invoice.PaymentId, invoice.Kind, invoice.CoversMinorUnits }).IsUnique();
        builder.HasIndex(invoice => invoice.Entry).IsUnique();
        builder.HasIndex(invoice => new { invoice.AccountId, invoice.Entry });
        builder.HasIndex(invoice => new { invoice.DueOn, invoice.Entry }).HasFilter("number IS NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(invoice => invoice.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany()
            .HasForeignKey(invoice => new { invoice.AccountId, invoice.PaymentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HandbookVersionRow>().WithMany().HasForeignKey(invoice => invoice.HandbookVersion).OnDelete(DeleteBehavior.Restrict);
    }
}
