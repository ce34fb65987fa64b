using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;

namespace Storefront.Features.Hours;

internal sealed class HourConfiguration
    : IEntityTypeConfiguration<HourEntryRow>,
        IEntityTypeConfiguration<HourLotMovementRow>,
        IEntityTypeConfiguration<HourLotRow>,
        IEntityTypeConfiguration<HourLedgerRow>
{
    public void Configure(EntityTypeBuilder<HourEntryRow> builder)
    {
        builder.ToTable("hour_entries", table => table.HasCheckConstraint("ck_hour_entries_balance_after", "balance_after >= 0"));
        builder.HasKey(entry => new { entry.AccountId, entry.Id });
        builder.HasIndex(entry => new { entry.AccountId, entry.Sequence }).IsUnique();
        builder.HasIndex(entry => new { entry.AccountId, entry.IdempotencyKey }).IsUnique();
        builder.HasIndex(entry => new { entry.AccountId, entry.TicketId });

        // All that a period's use is added up from, so that the lines themselves are not read for it.
        builder.HasIndex(entry => new { entry.AccountId, entry.At, entry.Kind, entry.Minutes, entry.UsedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(entry => entry.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HourLotMovementRow> builder)
    {
        builder.ToTable("hour_lot_movements");
        builder.HasKey(movement => new { movement.AccountId, movement.EntryId, movement.LotId });
        builder.HasIndex(movement => new { movement.AccountId, movement.LotId });
        builder.HasOne<HourEntryRow>().WithMany().HasForeignKey(movement => new { movement.AccountId, movement.EntryId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HourLotRow>().WithMany().HasForeignKey(movement => new { movement.AccountId, movement.LotId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HourLotRow> builder)
    {
        builder.ToTable("hour_lots", table => table.HasCheckConstraint("ck_hour_lots_remaining_minutes", "remaining_minutes BETWEEN 0 AND minutes"));
        builder.HasKey(lot => new { lot.AccountId, lot.Id });
        builder.HasIndex(lot => new { lot.AccountId, lot.Closed, lot.ExpiresAt });
        builder.HasIndex(lot => new { lot.AccountId, lot.ExpiresAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(lot => lot.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HourLedgerRow> builder)
    {
        builder.ToTable("hour_ledgers", table => table.HasCheckConstraint("ck_hour_ledgers_minutes", "owed_minutes >= 0 AND held_minutes >= 0"));
        builder.HasKey(ledger => ledger.AccountId);
        builder.Property(ledger => ledger.AccountId).ValueGeneratedNever();
        builder.HasOne<Account>().WithOne().HasForeignKey<HourLedgerRow>(ledger => ledger.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
