using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Tickets;

namespace Storefront.Features.Quotes;

internal sealed class QuoteConfiguration : IEntityTypeConfiguration<QuoteRow>
{
    public void Configure(EntityTypeBuilder<QuoteRow> builder)
    {
        builder.ToTable("quotes", table => table.HasCheckConstraint("ck_quotes_minutes", "minutes > 0 AND held_minutes >= 0 AND held_minutes <= minutes"));
        builder.HasKey(quote => new { quote.AccountId, quote.Id });
        builder.Ignore(quote => quote.Total);
        builder.Ignore(quote => quote.Key);
        builder.ComplexProperty(quote => quote.HourlyRate);
        builder.ComplexProperty(quote => quote.Net);
        builder.ComplexProperty(quote => quote.Tax);
        builder.HasIndex(quote => new { quote.AccountId, quote.TicketId, quote.Version }).IsUnique();
        builder.HasIndex(quote => new { quote.AccountId, quote.Status, quote.ExpiresAt });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(quote => new { quote.AccountId, quote.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }
}
