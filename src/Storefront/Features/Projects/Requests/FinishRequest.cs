using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>Staff have done what was due by the record: the line is done, and the request with it (SEN-08).</summary>
public sealed class FinishRequest(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="RequestNotOpen"/>, <see cref="NotFound"/>.</summary>
    public Task<Result<Project>> HandleAsync(ProjectKey key, ProjectRequestId id, Viewer staff, CancellationToken cancellationToken) =>
        projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) =>
            {
                if (await ProjectRequests.FindAsync(scope, project, id, token) is not { } request)
                {
                    return new NotFound("request");
                }

                if (request.Status == ProjectRequestStatus.Done)
                {
                    return Done.Value;
                }

                if (request is not ({ Status: ProjectRequestStatus.InOperations } or { Status: ProjectRequestStatus.Approved, OrderId: not null }))
                {
                    return new RequestNotOpen(request.Status);
                }

                if (request.EvidenceId is { } evidence)
                {
                    await FinishItemAsync(scope, project, evidence, token);
                }

                ProjectRequests.Move(scope, project, request, ProjectRequestStatus.Done);
                return Done.Value;
            },
            cancellationToken);

    internal static async Task FinishItemAsync(AccountScope scope, CurrentProject project, ProjectListItemId id, CancellationToken cancellationToken)
    {
        var item = await scope.Db.Set<ProjectListItem>()
            .SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.ProjectId == project.Row.Id && row.Id == id, cancellationToken);
        if (item is { IsPending: true })
        {
            (item.IsPending, item.DoneAt) = (false, scope.Now);
            ProjectStore.Tell(scope, project, new ProjectListItemDone(project.Row.Id, id));
        }
    }
}
