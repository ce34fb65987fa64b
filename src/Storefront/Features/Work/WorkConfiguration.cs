using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Features.Tickets;

namespace Storefront.Features.Work;

internal sealed class WorkConfiguration : IEntityTypeConfiguration<WorkTimer>, IEntityTypeConfiguration<WorkLogQuestion>
{
    public void Configure(EntityTypeBuilder<WorkTimer> builder)
    {
        builder.ToTable("work_timers");
        builder.HasKey(timer => new { timer.AccountId, timer.StaffId });
        builder.Ignore(timer => timer.Ticket);

        // One timer a member of staff, on whosever ticket.
        builder.HasIndex(timer => timer.StaffId).IsUnique();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(timer => new { timer.AccountId, timer.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WorkLogQuestion> builder)
    {
        builder.ToTable("work_log_questions");
        builder.HasKey(question => new { question.AccountId, question.Id });
        builder.HasIndex(question => new { question.AccountId, question.WorkLogId, question.AskedAt });
        builder.HasIndex(question => new { question.AccountId, question.TicketId });
        builder.HasOne<WorkLog>().WithMany().HasForeignKey(question => new { question.AccountId, question.WorkLogId }).OnDelete(DeleteBehavior.Restrict);
    }
}
