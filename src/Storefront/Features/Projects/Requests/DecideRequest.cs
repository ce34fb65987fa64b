using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>
/// A customer approves a quote or declines it. Approved, the work is done at once where the handbook lets it (SEN-05), and otherwise waits until
/// the original is finished and paid (TEC-08). A project that stands still until it is agreed what is to be made goes on with it (SEN-03).
/// </summary>
public sealed class DecideRequest(ProjectTransactions projects, ExtraWork extraWork, ProjectAgreement agreement)
{
    /// <summary>The project, or <see cref="RequestNotOpen"/>, <see cref="ProjectQuoteLapsed"/>, <see cref="NotFound"/>. The same decision again changes nothing.</summary>
    public Task<Result<Project>> HandleAsync(
        ProjectId id, ProjectRequestId requestId, bool approve, Viewer viewer, CancellationToken cancellationToken) =>
        projects.AsCustomerAsync(
            id, viewer, null, (scope, project, token) => DecideAsync(scope, project, requestId, approve, viewer, token), cancellationToken);

    private async Task<Result<Done>> DecideAsync(
        AccountScope scope, CurrentProject project, ProjectRequestId id, bool approve, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await ProjectRequests.FindAsync(scope, project, id, cancellationToken) is not { } request)
        {
            return new NotFound("request");
        }

        var wanted = approve ? ProjectRequestStatus.Approved : ProjectRequestStatus.Declined;
        if (request.Status == wanted)
        {
            return Done.Value;
        }

        if (request is not { Status: ProjectRequestStatus.Quoted, ValidUntil: { } until })
        {
            return new RequestNotOpen(request.Status);
        }

        if (approve && until <= scope.Now)
        {
            return new ProjectQuoteLapsed(until);
        }

        request.DecidedAt = scope.Now;
        ProjectRequests.Move(scope, project, request, wanted);
        if (!approve)
        {
            return Done.Value;
        }

        await agreement.ApprovedAsync(scope, project, request, viewer, cancellationToken);
        return (await extraWork.PlaceAsync(scope, project, request, viewer.UserId, cancellationToken)).Refusal
            is { } refusal and not (OriginalNotFinished or BalanceDue)
                ? refusal
                : Done.Value;
    }
}
