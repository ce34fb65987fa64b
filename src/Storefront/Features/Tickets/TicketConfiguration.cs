using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Features.Tickets;

internal sealed class TicketConfiguration
    : IEntityTypeConfiguration<Ticket>,
        IEntityTypeConfiguration<TicketMessage>,
        IEntityTypeConfiguration<StaffNote>,
        IEntityTypeConfiguration<WorkLog>,
        IEntityTypeConfiguration<TicketSegmentRow>,
        IEntityTypeConfiguration<TargetNote>,
        IEntityTypeConfiguration<TicketClassReason>
{
    public void Configure(EntityTypeBuilder<TicketClassReason> builder)
    {
        builder.ToTable("ticket_class_reasons");
        builder.HasKey(reason => new { reason.AccountId, reason.TicketId, reason.Sequence });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(reason => new { reason.AccountId, reason.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets", table => table.HasCheckConstraint("ck_tickets_rating", "rating IS NULL OR rating BETWEEN 1 AND 5"));
        builder.HasKey(ticket => new { ticket.AccountId, ticket.Id });
        builder.Ignore(ticket => ticket.Key);
        builder.Ignore(ticket => ticket.IsQueued);
        builder.HasIndex(ticket => ticket.Number).IsUnique();
        builder.HasIndex(ticket => new { ticket.AccountId, ticket.UpdatedAt });
        builder.HasIndex(ticket => new { ticket.AccountId, ticket.Status }).HasFilter(TicketStages.UnfinishedFilter);
        builder.HasIndex(ticket => new { ticket.AccountId, ticket.UpdatedAt, ticket.Number }).HasFilter(TicketStages.UnfinishedFilter);
        builder.HasIndex(ticket => ticket.AccountId).HasFilter("waits_for_turn");
        builder.HasIndex(ticket => new { ticket.AccountId, ticket.NextDueAt });
        builder.HasIndex(ticket => new { ticket.Status, ticket.ClassRank, ticket.JoinsAt });
        builder.HasIndex(ticket => ticket.StartedAt);
        builder.HasIndex(ticket => new { ticket.PromiseDueAt, ticket.ClassRank, ticket.JoinsAt, ticket.Number }).HasFilter(TicketStages.UnfinishedFilter);
        builder.HasIndex(ticket => ticket.UpdatedAt).HasFilter(TicketStages.FinishedFilter);
        builder.Property(ticket => ticket.PromiseDueAt).HasDefaultValue(Ticket.NoPromise);
        builder.Property(ticket => ticket.PromiseRisksFrom).HasDefaultValue(Ticket.NoPromise);
        builder.Property(ticket => ticket.PromisedUnder).HasDefaultValue("");
        builder.HasOne<Account>().WithMany().HasForeignKey(ticket => ticket.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HandbookVersionRow>().WithMany().HasForeignKey(ticket => ticket.HandbookVersion).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TicketMessage> builder)
    {
        builder.ToTable("ticket_messages");
        builder.HasKey(message => new { message.AccountId, message.Id });
        builder.HasIndex(message => new { message.AccountId, message.TicketId, message.At });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(message => new { message.AccountId, message.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StaffNote> builder)
    {
        builder.ToTable("staff_notes");
        builder.HasKey(note => new { note.AccountId, note.Id });
        builder.HasIndex(note => new { note.AccountId, note.TicketId, note.At });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(note => new { note.AccountId, note.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WorkLog> builder)
    {
        builder.ToTable("work_logs", table => table.HasCheckConstraint("ck_work_logs_minutes", "minutes > 0 AND charged_minutes >= 0"));
        builder.HasKey(log => new { log.AccountId, log.Id });
        builder.HasIndex(log => new { log.AccountId, log.TicketId, log.LoggedAt });
        builder.Ignore(log => log.IsBillable);
        builder.HasIndex(log => new { log.AccountId, log.IdempotencyKey }).IsUnique();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(log => new { log.AccountId, log.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TicketSegmentRow> builder)
    {
        builder.ToTable("ticket_segments");
        builder.HasKey(segment => new { segment.AccountId, segment.TicketId, segment.Index });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(segment => new { segment.AccountId, segment.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TargetNote> builder)
    {
        builder.ToTable("ticket_target_notes");
        builder.HasKey(note => new { note.AccountId, note.TicketId, note.ClassKey, note.Kind });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(note => new { note.AccountId, note.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }
}
