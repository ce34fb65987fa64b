using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>What a customer asks for beyond the stages.</summary>
/// <param name="ProjectId">Of which project.</param>
/// <param name="Kind">Extra work, a change after the delivery, or that it was not delivered.</param>
/// <param name="Text">In its own words.</param>
/// <param name="IsStrong">Of a dispute: whether the customer insists, and is offered a meeting (SEN-09).</param>
/// <param name="GoesOn">Of extra work: whether the project goes on while it is quoted; otherwise it stops and goes to sales (SEN-03).</param>
/// <param name="IdempotencyKey">The same key with the same input asks once; null for none.</param>
public sealed record MakeRequestInput(
    ProjectId ProjectId, ProjectRequestKind Kind, string? Text, bool IsStrong = false, bool GoesOn = true, string? IdempotencyKey = null);

/// <summary>
/// A customer asks for extra work, which is quoted while the project goes on or stands still (SEN-03, SEN-05, TEC-08), for a change after the
/// delivery (SEN-08), or says that it was not delivered: with a delivery that is on record it is shown at once, with its date (SEN-09).
/// </summary>
public sealed class MakeRequest(ProjectTransactions projects)
{
    /// <summary>How many requests of a project can be open.</summary>
    public const int Most = 20;

    private const string Operation = "project.request";

    /// <summary>The project, or <see cref="NotYetDelivered"/>, <see cref="TooManyProjectRequests"/>, <see cref="ProjectStandsStill"/>, a text that is not valid …</summary>
    public async Task<Result<Project>> HandleAsync(MakeRequestInput input, Viewer viewer, CancellationToken cancellationToken) =>
        ProjectWords.Needed("text", input.Text).TryGet(out var text, out var notText)
            ? await projects.AsCustomerAsync(
                input.ProjectId,
                viewer,
                new ProjectOnce(Operation, input.IdempotencyKey, new { input.Kind, text, input.IsStrong, input.GoesOn }),
                (scope, project, token) => MakeAsync(scope, project, input with { Text = text }, viewer, token),
                cancellationToken)
            : notText;

    private async Task<Result<Done>> MakeAsync(
        AccountScope scope, CurrentProject project, MakeRequestInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (project.State.Suspension is { IsEnd: true } end)
        {
            return new ProjectStandsStill(end.At, end.Cause);
        }

        if (input.Kind == ProjectRequestKind.Change && project.State.DeliveredAt is null)
        {
            return new NotYetDelivered();
        }

        var open = await scope.Db.Set<ProjectRequest>().CountAsync(
            row => row.AccountId == scope.AccountId && row.ProjectId == project.Row.Id
                && (row.Status == ProjectRequestStatus.Open || row.Status == ProjectRequestStatus.Quoted),
            cancellationToken);
        if (open >= Most)
        {
            return new TooManyProjectRequests(Most);
        }

        var request = new ProjectRequest
        {
            AccountId = scope.AccountId,
            Id = ProjectRequestId.New(scope.Now),
            ProjectId = project.Row.Id,
            Kind = input.Kind,
            Text = input.Text!,
            IsStrong = input is { Kind: ProjectRequestKind.Dispute, IsStrong: true },
            AskedBy = viewer.UserId,
            AskedAt = scope.Now,
        };
        if (input.Kind == ProjectRequestKind.Dispute)
        {
            // What is on record is said at once; who insists gets a meeting, so somebody has to see to it.
            var answer = DeliveryDispute.Answer(project.State, request.IsStrong);
            request.RecordOf = answer.DeliveredAt;
            request.Status = answer is { BooksDelivery: false, OffersMeeting: false } ? ProjectRequestStatus.Answered : ProjectRequestStatus.Open;
        }

        scope.Db.Add(request);
        ProjectStore.Tell(scope, project, new ProjectRequestMade(project.Row.Id, request.Id, request.Kind));
        return input is { Kind: ProjectRequestKind.ExtraWork, GoesOn: false } && project.State is { CompletedAt: null, Suspension: null }
            ? await projects.SaveAsync(
                scope,
                project,
                ProjectRules.SendToSales(project.Terms, project.State, request.Text, scope.StoredNow()),
                cancellationToken,
                scope.Said(project, ProjectMessageKind.SentToSales, request.Text, viewer))
            : Done.Value;
    }
}
