using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Requests;

/// <summary>Both sides settle a dispute, which is possible only once the balance is paid (SEN-09).</summary>
public sealed class Conciliate(ProjectTransactions projects, ProjectRequests requests)
{
    /// <summary>The project, or <see cref="BalanceDue"/>, <see cref="RequestNotOpen"/>, <see cref="NotFound"/>, a text that is not valid.</summary>
    /// <param name="key">The project.</param>
    /// <param name="id">The dispute.</param>
    /// <param name="agreement">What was agreed, for both to read.</param>
    /// <param name="staff">Who writes it down.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Project>> HandleAsync(
        ProjectKey key, ProjectRequestId id, string? agreement, Viewer staff, CancellationToken cancellationToken) =>
        ProjectWords.Needed("agreement", agreement).TryGet(out var words, out var notWords)
            ? await projects.AsStaffAsync(
                key,
                staff,
                null,
                async (scope, project, token) =>
                {
                    if (await ProjectRequests.FindAsync(scope, project, id, token) is not { Kind: ProjectRequestKind.Dispute } dispute)
                    {
                        return new NotFound("request");
                    }

                    if (dispute.Status == ProjectRequestStatus.Done)
                    {
                        return dispute.Answer == words ? Done.Value : new RequestNotOpen(dispute.Status);
                    }

                    if (DeliveryDispute.Conciliate(project.State).Refusal is { } refusal)
                    {
                        return refusal;
                    }

                    (dispute.Answer, dispute.AnsweredBy, dispute.AnsweredAt, dispute.DecidedAt) = (words, staff.UserId, scope.Now, scope.Now);
                    ProjectStore.Tell(scope, project, new ProjectConciliated(project.Row.Id, id));
                    ProjectRequests.Move(scope, project, dispute, ProjectRequestStatus.Done);
                    await requests.AnsweredAsync(scope, project, dispute, token);
                    return Done.Value;
                },
                cancellationToken)
            : notWords;
}
