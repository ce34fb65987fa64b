using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>
/// A project that stands still with sales goes on once it is agreed what is to be made (SEN-03): when the customer approves what was asked for,
/// or on the house's word. The tickets that follow it say so, and are resolved.
/// </summary>
public sealed class ProjectAgreement(ProjectStore projects, TicketStore tickets, TicketMessages messages, FollowUpWords words)
{
    /// <summary>
    /// The customer approved a quote: the project goes on, unless what stopped it came later than the request, or is another request that still
    /// waits for a quote or a decision.
    /// </summary>
    internal async Task ApprovedAsync(
        AccountScope scope, CurrentProject project, ProjectRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        if (project.State.Suspension is not { Cause: SuspensionCause.Sales } stopped
            || request.AskedAt < stopped.At
            || await IsStoppedByAnotherAsync(scope, project, request, stopped, cancellationToken)
            || !ProjectRules.Resume(project.Terms, project.State, scope.StoredNow()).TryGet(out var change, out _))
        {
            return;
        }

        await projects.SaveAsync(scope, project, change, cancellationToken: cancellationToken);
        var said = words.ApprovedOf(scope, project, request.Text, request.Total!.Value);
        await EndFollowUpAsync(scope, project, said, viewer, TicketActor.Customer, cancellationToken);
    }

    /// <summary>Staff brought it back.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="project">The project, which goes on.</param>
    /// <param name="said">On what word; empty for none.</param>
    /// <param name="staff">Who did it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal Task ResumedAsync(AccountScope scope, CurrentProject project, string said, Viewer staff, CancellationToken cancellationToken) =>
        EndFollowUpAsync(scope, project, words.ResumedOf(scope, project, said), staff, TicketActor.Staff, cancellationToken);

    /// <summary>Whether it was stopped together with a request that is not settled yet.</summary>
    private static Task<bool> IsStoppedByAnotherAsync(
        AccountScope scope, CurrentProject project, ProjectRequest request, Suspension stopped, CancellationToken cancellationToken) =>
        scope.Db.Set<ProjectRequest>().AnyAsync(
            row => row.AccountId == scope.AccountId && row.ProjectId == project.Row.Id && row.Id != request.Id
                && row.Kind == ProjectRequestKind.ExtraWork && row.AskedAt == stopped.At
                && (row.Status == ProjectRequestStatus.Open || row.Status == ProjectRequestStatus.Quoted),
            cancellationToken);

    private async Task EndFollowUpAsync(
        AccountScope scope, CurrentProject project, string said, Viewer author, TicketActor actor, CancellationToken cancellationToken)
    {
        var disputes = scope.Db.Set<ProjectRequest>()
            .Where(row => row.AccountId == scope.AccountId && row.ProjectId == project.Row.Id && row.Kind == ProjectRequestKind.Dispute)
            .Select(row => (ProjectRequestId?)row.Id);
        var followed = await scope.Db.Set<ProjectTicket>()
            .Where(row => row.AccountId == scope.AccountId && row.ProjectId == project.Row.Id && !disputes.Contains(row.RequestId))
            .OrderBy(row => row.Number).Select(row => row.TicketId).ToListAsync(cancellationToken);
        foreach (var id in followed)
        {
            if (await tickets.FindAsync(scope.Db, scope.AccountId, id, cancellationToken) is { State.IsUnresolved: true } ticket)
            {
                await ResolveAsync(scope, ticket, said, author, actor, cancellationToken);
            }
        }
    }

    /// <summary>What was followed is agreed: the last word is written on the ticket. Both sides are told of the project by mail already.</summary>
    private async Task ResolveAsync(
        AccountScope scope, CurrentTicket ticket, string said, Viewer author, TicketActor actor, CancellationToken cancellationToken)
    {
        var change = TicketRules.Reply(ticket.State, actor, scope.Now).Then(replied =>
            TicketRules.Move(replied.Ticket, tickets.Policy, TicketStatus.Resolved, TicketActor.Staff, scope.Now)
                .Map(moved => moved with { Events = [.. replied.Events, .. moved.Events] }));
        if (change.TryGet(out var resolved, out _)
            && (await messages.AddAsync(scope, ticket.State.Id, said, author.UserId, actor == TicketActor.Staff, [], cancellationToken)).TryGet(out var message, out _))
        {
            tickets.Save(scope, ticket, resolved, TicketReplied.Of(message));
        }
    }
}
