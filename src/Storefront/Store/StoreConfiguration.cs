using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Store.Outbox;

namespace Storefront.Store;

internal sealed class StoreConfiguration
    : IEntityTypeConfiguration<EventRow>,
        IEntityTypeConfiguration<DueWorkRow>,
        IEntityTypeConfiguration<MailRow>,
        IEntityTypeConfiguration<IdempotencyKeyRow>,
        IEntityTypeConfiguration<HouseRow>,
        IEntityTypeConfiguration<HouseCounter>,
        IEntityTypeConfiguration<HandbookVersionRow>,
        IEntityTypeConfiguration<SandboxClockRow>,
        IEntityTypeConfiguration<DataProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events");
        builder.HasKey(row => new { row.AccountId, row.Stream, row.Sequence });
        builder.HasIndex(row => new { row.AccountId, row.TicketId, row.Sequence });
        builder.HasIndex(row => new { row.AccountId, row.ProjectId, row.Sequence }).HasFilter("project_id IS NOT NULL");
        builder.HasIndex(row => new { row.AccountId, row.Type, row.Sequence });
        builder.HasIndex(row => row.AccountId).HasFilter("published_at IS NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DueWorkRow> builder)
    {
        builder.ToTable("due_work");
        builder.HasKey(work => work.Id);
        builder.Property(work => work.Id).ValueGeneratedNever();
        builder.HasIndex(work => work.Key).IsUnique();
        builder.HasIndex(work => work.DueAt).HasFilter("done_at IS NULL");
        builder.HasIndex(work => work.DoneAt).HasFilter("done_at IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<MailRow> builder)
    {
        builder.ToTable("mails");
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.HasIndex(mail => mail.CreatedAt);
        builder.Property(mail => mail.Kind).HasDefaultValue(MailKind.Account);
        builder.HasIndex(mail => mail.RecipientId).HasFilter("digest_at IS NOT NULL AND sent_at IS NULL");
        builder.HasIndex(mail => mail.InvitationId).HasFilter("invitation_id IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<IdempotencyKeyRow> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(row => new { row.AccountId, row.Key });
        builder.HasIndex(row => row.CreatedAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HouseRow> builder)
    {
        builder.ToTable("house");
        builder.HasKey(house => house.Key);
    }

    public void Configure(EntityTypeBuilder<HouseCounter> builder)
    {
        builder.ToTable("house_counters");
        builder.HasKey(counter => counter.Name);
    }

    public void Configure(EntityTypeBuilder<HandbookVersionRow> builder)
    {
        builder.ToTable("handbook_versions");
        builder.HasKey(version => version.Hash);
    }

    public void Configure(EntityTypeBuilder<SandboxClockRow> builder)
    {
        builder.ToTable("sandbox_clock");
        builder.HasKey(clock => clock.Id);
        builder.Property(clock => clock.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<DataProtectionKeyRow> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.HasKey(key => key.FriendlyName);
    }
}
