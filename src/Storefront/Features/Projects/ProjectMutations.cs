using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Features.Credentials;
using Storefront.Features.Meetings;
using Storefront.Features.Projects.Access;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Projects.Steps;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>What a customer does on its projects.</summary>
[MutationType]
[Error<NotFound>]
[Error<ReadOnlyMember>]
public static class ProjectMutations
{
    /// <summary>Hands over something that a project asks for, as text, as files or both; given again, the last one counts until it is accepted.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="inputKey">Which of its inputs.</param>
    /// <param name="text">The input, where it is text; null for files alone.</param>
    /// <param name="use">Where it will be used.</param>
    /// <param name="attachments">Ids of files uploaded by `POST /attachments`.</param>
    /// <param name="idempotencyKey">The same key with the same input hands nothing over twice.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<InputEmpty>]
    [Error<InputUseMissing>]
    [Error<InputAlreadyAccepted>]
    [Error<UnknownInput>]
    [Error<TooManyAttachments>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    [Error<ProjectTextTooLong>]
    [Error<TextNotValid>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static Task<Result<Project>> GiveProjectInputAsync(
        [ID("Project")] ProjectKey projectId,
        string inputKey,
        string? text,
        string use,
        [ID] IReadOnlyList<Guid>? attachments,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        GiveInput action,
        CancellationToken cancellationToken) =>
        viewer.AccountId != projectId.AccountId ? Task.FromResult<Result<Project>>(new NotFound("project"))
            : action.HandleAsync(
                new GiveInputInput(projectId.Id, inputKey, text, use, [.. (attachments ?? []).Select(id => new AttachmentId(id))], idempotencyKey), viewer, cancellationToken);

    /// <summary>Asks for corrections within scope, all of them in one message.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="comments">Everything that is to be corrected.</param>
    /// <param name="idempotencyKey">The same key with the same input asks once.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<RevisionCommentsMissing>]
    [Error<NoRevisionLeft>]
    [Error<NotYourTurn>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    [Error<UnknownStage>]
    [Error<ProjectTextTooLong>]
    [Error<TextNotValid>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static Task<Result<Project>> AskProjectRevisionAsync(
        [ID("Project")] ProjectKey projectId,
        string comments,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AskRevision action,
        CancellationToken cancellationToken) =>
        viewer.AccountId != projectId.AccountId ? Task.FromResult<Result<Project>>(new NotFound("project"))
            : action.HandleAsync(projectId.Id, comments, idempotencyKey, viewer, cancellationToken);

    /// <summary>Approves what was shown.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<NotYourTurn>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    [Error<UnknownStage>]
    public static Task<Result<Project>> ApproveProjectAsync(
        [ID("Project")] ProjectKey projectId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ApproveProject action,
        CancellationToken cancellationToken) =>
        viewer.AccountId != projectId.AccountId ? Task.FromResult<Result<Project>>(new NotFound("project"))
            : action.HandleAsync(projectId.Id, viewer, cancellationToken);

    /// <summary>Allows that what was made is opened to the public.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<NotYourTurn>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    [Error<UnknownStage>]
    public static Task<Result<Project>> AuthoriseProjectOpeningAsync(
        [ID("Project")] ProjectKey projectId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AuthoriseOpening action,
        CancellationToken cancellationToken) =>
        viewer.AccountId != projectId.AccountId ? Task.FromResult<Result<Project>>(new NotFound("project"))
            : action.HandleAsync(projectId.Id, viewer, cancellationToken);

    /// <summary>Books the meeting of a stage, or moves it: a kick-off, a workshop.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="stageKey">The stage whose meeting it is.</param>
    /// <param name="startsAt">When it begins, within the hours in which the house is open.</param>
    /// <param name="minutes">How long it takes, in minutes, from 1.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<NoMeeting>]
    [Error<MeetingTooLate>]
    [Error<MeetingInThePast>]
    [Error<MeetingLengthNotValid>]
    [Error<MeetingTimeNotOffered>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    [Error<UnknownStage>]
    public static Task<Result<Project>> BookProjectMeetingAsync(
        [ID("Project")] ProjectKey projectId,
        string stageKey,
        Instant startsAt,
        int minutes,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        BookProjectMeeting action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, stageKey, startsAt, minutes, viewer, cancellationToken);

    /// <summary>Asks for extra work, for a change after the delivery, or says that it was not delivered.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="kind">What is asked for.</param>
    /// <param name="text">In the words of who asks.</param>
    /// <param name="idempotencyKey">The same key with the same input asks once.</param>
    /// <param name="isStrong">Of a dispute: whether the customer insists, and gets a meeting.</param>
    /// <param name="goesOn">Of extra work: whether the project goes on while it is quoted; otherwise it stands still until that is agreed.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<NotYetDelivered>]
    [Error<TooManyProjectRequests>]
    [Error<ProjectStandsStill>]
    [Error<ProjectAlreadyCompleted>]
    [Error<ProjectReasonMissing>]
    [Error<ProjectTextTooLong>]
    [Error<TextNotValid>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static Task<Result<Project>> RequestOnProjectAsync(
        [ID("Project")] ProjectKey projectId,
        ProjectRequestKind kind,
        string text,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        MakeRequest action,
        CancellationToken cancellationToken,
        bool isStrong = false,
        bool goesOn = true) =>
        viewer.AccountId != projectId.AccountId ? Task.FromResult<Result<Project>>(new NotFound("project"))
            : action.HandleAsync(new MakeRequestInput(projectId.Id, kind, text, isStrong, goesOn, idempotencyKey), viewer, cancellationToken);

    /// <summary>Approves the quote of a request, or declines it.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="approve">False to decline.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<RequestNotOpen>]
    [Error<ProjectQuoteLapsed>]
    [Error<ProjectStandsStill>]
    [Error<StageAlreadyOver>]
    [Error<StageEndsOtherwise>]
    [Error<TaskAlreadyThere>]
    [Error<UnknownStage>]
    public static Task<Result<Project>> DecideProjectQuoteAsync(
        [ID("Project")] ProjectKey projectId,
        [ID] Guid requestId,
        bool approve,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        DecideRequest action,
        CancellationToken cancellationToken) =>
        viewer.AccountId != projectId.AccountId ? Task.FromResult<Result<Project>>(new NotFound("project"))
            : action.HandleAsync(projectId.Id, new ProjectRequestId(requestId), approve, viewer, cancellationToken);

    /// <summary>Says what the customer thinks of its project, once it was asked; a second opinion replaces the first.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="opinion">From 1 to 5, which is the best.</param>
    /// <param name="comment">The opinion in the customer's words; null for none.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<RatingNotValid>]
    [Error<OpinionNotAsked>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> RateProjectAsync(
        [ID("Project")] ProjectKey projectId,
        int opinion,
        string? comment,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        GiveOpinion action,
        CancellationToken cancellationToken) =>
        viewer.AccountId != projectId.AccountId ? Task.FromResult<Result<Project>>(new NotFound("project"))
            : action.HandleAsync(projectId.Id, opinion, comment, viewer, cancellationToken);

    /// <summary>Shows the secret of an access, once only: it is not kept afterwards.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="accessId">The access.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [ProjectScopes.Write])]
    [Error<AccessAlreadySeen>]
    [Error<CredentialUnreadable>]
    public static async Task<Result<RevealedAccess>> RevealProjectAccessAsync(
        [ID("Project")] ProjectKey projectId,
        [ID] Guid accessId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        RevealAccess action,
        CancellationToken cancellationToken) =>
        viewer.AccountId != projectId.AccountId ? new NotFound("project")
            : (await action.HandleAsync(projectId.Id, new ProjectAccessId(accessId), viewer, cancellationToken))
                .Map(shown => new RevealedAccess(shown.Name, shown.Address, shown.UserName, shown.Secret));
}
