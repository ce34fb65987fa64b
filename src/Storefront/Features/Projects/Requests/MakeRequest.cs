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
/// <param name="IsStrong">Of a dispute: whether the customer insists, and gets a meeting (SEN-09).</param>
/// <param name="GoesOn">Of extra work: whether the project goes on while it is quoted; otherwise it stops and goes to sales (SEN-03).</param>
/// <param name="IdempotencyKey">The same key with the same input asks once; null for none.</param>
public sealed record MakeRequestInput(
    ProjectId ProjectId, ProjectRequestKind Kind, string? Text, bool IsStrong = false, bool GoesOn = true, string? IdempotencyKey = null);

/// <summary>
/// A customer asks for extra work, which is quoted while the project goes on or stands still (SEN-03, SEN-05, TEC-08), for a change after the
/// delivery (SEN-08), or says that it was not delivered (SEN-09).
/// </summary>
public sealed class MakeRequest(ProjectTransactions projects, ProjectStore store, ProjectFollowUp followUp, ProjectRequests requests)
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
        if (ProjectRules.Ended(project.State) is { } ended)
        {
            return ended;
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
        scope.Db.Add(request);
        ProjectStore.Tell(scope, project, new ProjectRequestMade(project.Row.Id, request.Id, request.Kind));
        return input switch
        {
            { Kind: ProjectRequestKind.Dispute } => await DisputeAsync(scope, project, request, viewer, cancellationToken),
            { Kind: ProjectRequestKind.ExtraWork, GoesOn: false } when project.State is { CompletedAt: null, Suspension: null } =>
                await StopAsync(scope, project, request, viewer, cancellationToken),
            _ => Done.Value,
        };
    }

    /// <summary>What is on record is said at once, and without a record the delivery is booked again; who insists gets a meeting (SEN-09).</summary>
    private async Task<Result<Done>> DisputeAsync(
        AccountScope scope, CurrentProject project, ProjectRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        var (answer, change) = DeliveryDispute.Of(project.Terms, project.State, request.IsStrong, scope.StoredNow());
        (request.RecordOf, request.DeliveryOn) = (answer.DeliveredAt, answer.BookedFor);
        request.Status = answer is { DeliveredAt: not null, GetsMeeting: false } ? ProjectRequestStatus.Answered : ProjectRequestStatus.Open;
        if (answer.BookedFor is not null)
        {
            await store.SaveAsync(scope, project, change, said: request.Text, cancellationToken: cancellationToken);
            await requests.RebookedAsync(scope, project, cancellationToken);
        }

        if (answer.GetsMeeting
            && await followUp.OpenAsync(scope, project, "Dispute", request.Text, viewer.UserId, null, request.Id, cancellationToken) is { } ticket)
        {
            request.MeetingId = (await followUp.MeetAsync(scope, ticket, request.Text, viewer, cancellationToken))?.Id;
        }

        return Done.Value;
    }

    /// <summary>The project stops until it is agreed, and a ticket follows it (SEN-03).</summary>
    private async Task<Result<Done>> StopAsync(
        AccountScope scope, CurrentProject project, ProjectRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await followUp.OpenAsync(scope, project, "Sales", request.Text, viewer.UserId, null, request.Id, cancellationToken);
        return await projects.SaveAsync(
            scope,
            project,
            ProjectRules.SendToSales(project.Terms, project.State, request.Text, scope.StoredNow()),
            cancellationToken,
            scope.Said(project, ProjectMessageKind.SentToSales, request.Text, viewer));
    }
}
