using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>What staff answer.</summary>
/// <param name="RequestId">To which request.</param>
/// <param name="Answer">In words that the customer reads.</param>
/// <param name="EvidenceId">Of a change: the line by which it is due; null where none says so (SEN-08).</param>
public sealed record AnswerRequestInput(ProjectRequestId RequestId, string? Answer, ProjectListItemId? EvidenceId = null);

/// <summary>
/// Staff answer a request. A change after the delivery is due when a line that is pending in the delivery record, or that the intermediate list
/// has, says so: then it goes to operations and is followed; otherwise the customer reads why not, and can be quoted (SEN-08).
/// </summary>
public sealed class AnswerRequest(ProjectTransactions projects, ProjectRequests requests)
{
    /// <summary>The project, or <see cref="RequestNotOpen"/>, <see cref="NotEvidence"/>, a text that is not valid, <see cref="NotFound"/>.</summary>
    public async Task<Result<Project>> HandleAsync(ProjectKey key, AnswerRequestInput input, Viewer staff, CancellationToken cancellationToken) =>
        ProjectWords.Needed("answer", input.Answer).TryGet(out var words, out var notWords)
            ? await projects.AsStaffAsync(
                key, staff, null, (scope, project, token) => AnswerAsync(scope, project, input with { Answer = words }, staff, token), cancellationToken)
            : notWords;

    private async Task<Result<Done>> AnswerAsync(
        AccountScope scope, CurrentProject project, AnswerRequestInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (await ProjectRequests.FindAsync(scope, project, input.RequestId, cancellationToken) is not { } request)
        {
            return new NotFound("request");
        }

        if (request.Status != ProjectRequestStatus.Open)
        {
            return request.Answer == input.Answer ? Done.Value : new RequestNotOpen(request.Status);
        }

        if (input.EvidenceId is { } evidence && !await ProvesAsync(scope, project, evidence, cancellationToken))
        {
            return new NotEvidence();
        }

        (request.Answer, request.AnsweredBy, request.AnsweredAt, request.EvidenceId) = (input.Answer, staff.UserId, scope.Now, input.EvidenceId);
        ProjectRequests.Move(scope, project, request, request.Kind switch
        {
            ProjectRequestKind.Change => input.EvidenceId is null ? ProjectRequestStatus.NotIncluded : ProjectRequestStatus.InOperations,
            ProjectRequestKind.ExtraWork => ProjectRequestStatus.NotIncluded,
            ProjectRequestKind.Dispute => ProjectRequestStatus.Answered,
        });
        await requests.AnsweredAsync(scope, project, request, cancellationToken);
        return Done.Value;
    }

    private static async Task<bool> ProvesAsync(
        AccountScope scope, CurrentProject project, ProjectListItemId evidence, CancellationToken cancellationToken)
    {
        var lines =
            from item in scope.Db.Set<ProjectListItem>()
            join document in scope.Db.Set<ProjectDocument>()
                on new { item.AccountId, Id = item.DocumentId } equals new { document.AccountId, document.Id }
            where item.AccountId == scope.AccountId && item.ProjectId == project.Row.Id && item.Id == evidence
            select new { Item = item, document.Kind };
        return await lines.SingleOrDefaultAsync(cancellationToken) is { } line && line.Item.IsProof(line.Kind);
    }
}
