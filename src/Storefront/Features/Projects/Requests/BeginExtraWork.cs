using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Requests;

/// <summary>Staff begin extra work that was approved and had to wait: only when the original is finished and fully paid (TEC-08).</summary>
public sealed class BeginExtraWork(ProjectTransactions projects, ExtraWork extraWork)
{
    /// <summary>The project, or <see cref="OriginalNotFinished"/>, <see cref="BalanceDue"/>, <see cref="RequestNotOpen"/>, <see cref="NotFound"/>.</summary>
    public Task<Result<Project>> HandleAsync(ProjectKey key, ProjectRequestId id, Viewer staff, CancellationToken cancellationToken) =>
        projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) => await ProjectRequests.FindAsync(scope, project, id, token) switch
            {
                null => new NotFound("request"),
                { OrderId: not null } => Done.Value,
                { Status: ProjectRequestStatus.Approved } request => await extraWork.PlaceAsync(scope, project, request, request.AskedBy, token),
                { } request => new RequestNotOpen(request.Status),
            },
            cancellationToken);
}
