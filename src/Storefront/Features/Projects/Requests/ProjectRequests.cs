using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Projects.Requests;

/// <summary>Finds requests and writes what came of them, inside an action's transaction.</summary>
public sealed class ProjectRequests(ProjectMails mails)
{
    /// <summary>A request of the project; null when it has no such one.</summary>
    public static Task<ProjectRequest?> FindAsync(AccountScope scope, CurrentProject project, ProjectRequestId id, CancellationToken cancellationToken) =>
        scope.Db.Set<ProjectRequest>().SingleOrDefaultAsync(
            row => row.AccountId == scope.AccountId && row.ProjectId == project.Row.Id && row.Id == id, cancellationToken);

    /// <summary>Sends it to another status, and tells so.</summary>
    public static void Move(AccountScope scope, CurrentProject project, ProjectRequest request, ProjectRequestStatus status)
    {
        request.Status = status;
        ProjectStore.Tell(scope, project, new ProjectRequestChanged(project.Row.Id, request.Id, status));
    }

    /// <summary>Writes to the members what the house answered.</summary>
    public Task AnsweredAsync(AccountScope scope, CurrentProject project, ProjectRequest request, CancellationToken cancellationToken) =>
        mails.SendAsync(scope, project, new ProjectLetter("Answered", MailKind.ProjectAction) { Said = request.Answer }, cancellationToken);

    /// <summary>Writes to the members for which day the delivery is booked again.</summary>
    public Task RebookedAsync(AccountScope scope, CurrentProject project, CancellationToken cancellationToken) =>
        mails.SendAsync(scope, project, new ProjectLetter("Rebooked", MailKind.ProjectAction), cancellationToken);

    /// <summary>Writes to the members that approved extra work begins, and what it costs.</summary>
    public Task BegunAsync(AccountScope scope, CurrentProject project, ProjectRequest request, CancellationToken cancellationToken) =>
        mails.SendAsync(
            scope, project, new ProjectLetter("ExtraWork", MailKind.ProjectAction) { Said = request.Text, Amount = request.Total }, cancellationToken);

    /// <summary>Writes to the members what it would cost.</summary>
    public Task QuotedAsync(AccountScope scope, CurrentProject project, ProjectRequest request, CancellationToken cancellationToken) =>
        mails.SendAsync(
            scope,
            project,
            new ProjectLetter("Quoted", MailKind.ProjectAction) { Said = request.Said, Amount = request.Total, Until = request.ValidUntil },
            cancellationToken);
}
