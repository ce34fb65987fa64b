using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Domain.Projects;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Projects;

internal sealed class ProjectConfiguration
    : IEntityTypeConfiguration<Project>,
        IEntityTypeConfiguration<ProjectMessage>,
        IEntityTypeConfiguration<ProjectNote>,
        IEntityTypeConfiguration<GivenInput>,
        IEntityTypeConfiguration<ProjectTask>,
        IEntityTypeConfiguration<ProjectDocument>,
        IEntityTypeConfiguration<ProjectListItem>,
        IEntityTypeConfiguration<ProjectAccess>,
        IEntityTypeConfiguration<ProjectRequest>,
        IEntityTypeConfiguration<ProjectTicket>
{
    // What is computed from the rest is not kept.
    private static readonly JsonSerializerOptions StateJson = new(StoreJson.Options) { IgnoreReadOnlyProperties = true };

    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects", table => table.HasCheckConstraint("ck_projects_opinion", "opinion IS NULL OR opinion BETWEEN 1 AND 5"));
        builder.HasKey(project => new { project.AccountId, project.Id });
        builder.Ignore(project => project.Key);
        builder.Property(project => project.State).HasConversion(
            state => JsonSerializer.Serialize(state, StateJson), text => JsonSerializer.Deserialize<ProjectState>(text, StateJson)!);
        builder.HasIndex(project => project.Number).IsUnique();
        builder.HasIndex(project => new { project.AccountId, project.OrderId }).IsUnique();
        builder.HasIndex(project => new { project.AccountId, project.UpdatedAt });
        builder.HasIndex(project => new { project.AccountId, project.NextAt }).HasFilter("next_at IS NOT NULL");
        builder.HasIndex(project => new { project.Status, project.TurnDueAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(project => project.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Order>().WithMany().HasForeignKey(project => new { project.AccountId, project.OrderId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HandbookVersionRow>().WithMany().HasForeignKey(project => project.HandbookVersion).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectMessage> builder)
    {
        builder.ToTable("project_messages");
        builder.HasKey(message => new { message.AccountId, message.Id });
        builder.HasIndex(message => new { message.AccountId, message.ProjectId, message.At });
        builder.HasOne<Project>().WithMany().HasForeignKey(message => new { message.AccountId, message.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectNote> builder)
    {
        builder.ToTable("project_notes");
        builder.HasKey(note => new { note.AccountId, note.Id });
        builder.HasIndex(note => new { note.AccountId, note.ProjectId, note.At });
        builder.HasOne<Project>().WithMany().HasForeignKey(note => new { note.AccountId, note.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GivenInput> builder)
    {
        builder.ToTable("project_inputs");
        builder.HasKey(input => new { input.AccountId, input.Id });
        builder.HasIndex(input => new { input.AccountId, input.ProjectId, input.GivenAt });
        builder.HasOne<Project>().WithMany().HasForeignKey(input => new { input.AccountId, input.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectTask> builder)
    {
        builder.ToTable("project_tasks");
        builder.HasKey(task => new { task.AccountId, task.ProjectId, task.Key });
        builder.HasOne<Project>().WithMany().HasForeignKey(task => new { task.AccountId, task.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectDocument> builder)
    {
        builder.ToTable("project_documents");
        builder.HasKey(document => new { document.AccountId, document.Id });
        builder.HasIndex(document => new { document.AccountId, document.ProjectId, document.At });
        builder.HasOne<Project>().WithMany().HasForeignKey(document => new { document.AccountId, document.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectListItem> builder)
    {
        builder.ToTable("project_list_items");
        builder.HasKey(item => new { item.AccountId, item.Id });
        builder.HasIndex(item => new { item.AccountId, item.DocumentId, item.Index }).IsUnique();
        builder.HasOne<ProjectDocument>().WithMany().HasForeignKey(item => new { item.AccountId, item.DocumentId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectAccess> builder)
    {
        builder.ToTable("project_accesses");
        builder.HasKey(access => new { access.AccountId, access.Id });
        builder.HasIndex(access => new { access.AccountId, access.ProjectId, access.HandedOverAt });
        builder.HasOne<Project>().WithMany().HasForeignKey(access => new { access.AccountId, access.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectRequest> builder)
    {
        builder.ToTable("project_requests");
        builder.HasKey(request => new { request.AccountId, request.Id });
        builder.HasIndex(request => new { request.AccountId, request.ProjectId, request.AskedAt });
        builder.HasIndex(request => new { request.Status, request.AskedAt });
        builder.Ignore(request => request.Net);
        builder.Ignore(request => request.Tax);
        builder.Ignore(request => request.Total);
        builder.Ignore(request => request.NotDue);
        builder.Ignore(request => request.Said);
        builder.Property(request => request.Tasks).HasJsonConversion();
        builder.HasOne<Project>().WithMany().HasForeignKey(request => new { request.AccountId, request.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectTicket> builder)
    {
        builder.ToTable("project_tickets");
        builder.HasKey(ticket => new { ticket.AccountId, ticket.TicketId });
        builder.HasIndex(ticket => new { ticket.AccountId, ticket.ProjectId });
        builder.HasOne<Project>().WithMany().HasForeignKey(ticket => new { ticket.AccountId, ticket.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(ticket => new { ticket.AccountId, ticket.TicketId }).OnDelete(DeleteBehavior.Restrict);
    }
}
