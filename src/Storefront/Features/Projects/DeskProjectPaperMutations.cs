using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Features.Desk;
using Storefront.Features.Projects.Access;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Projects.Steps;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>What staff hand over and answer on projects.</summary>
[MutationType]
[Error<NotFound>]
public static class DeskProjectPaperMutations
{
    /// <summary>Hands a document over: a delivery record, an intermediate list, a certificate, a manual. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="text">What there is to say of it; null for nothing.</param>
    /// <param name="address">Its address on the web; null for none.</param>
    /// <param name="items">The lines of a record or list.</param>
    /// <param name="attachments">Ids of files that the same person uploaded.</param>
    /// <param name="idempotencyKey">The same key with the same input adds nothing twice.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<DocumentNotValid>]
    [Error<TooManyAttachments>]
    [Error<TextNotValid>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static Task<Result<Project>> AddProjectDocumentAsync(
        [ID("Project")] ProjectKey projectId,
        ProjectDocumentKind kind,
        string title,
        string? text,
        string? address,
        IReadOnlyList<ProjectListLine>? items,
        [ID] IReadOnlyList<Guid>? attachments,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AddDocument action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(
            projectId,
            new AddDocumentInput(
                kind, title, text, address, [.. (items ?? []).Select(item => (item.Text, item.IsPending))], [.. (attachments ?? []).Select(id => new AttachmentId(id))], idempotencyKey),
            viewer,
            cancellationToken);

    /// <summary>Says that a pending line of a delivery record or an intermediate list is done. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="itemId">The line.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    public static Task<Result<Project>> FinishProjectListItemAsync(
        [ID("Project")] ProjectKey projectId,
        [ID] Guid itemId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        FinishListItem action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, new ProjectListItemId(itemId), viewer, cancellationToken);

    /// <summary>Hands access over, once everything is paid; the account is shown its secret once. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="name">What it opens.</param>
    /// <param name="address">Where it is used; null when it goes without saying.</param>
    /// <param name="userName">Who signs in; null where a secret alone opens.</param>
    /// <param name="secret">A password, key or certificate, kept encrypted until it was shown.</param>
    /// <param name="idempotencyKey">The same key again hands nothing over twice.</param>
    /// <param name="completes">Whether it is the last one, which ends the stage.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<BalanceDue>]
    [Error<UnknownStage>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<StageEndsOtherwise>]
    [Error<NotYourTurn>]
    [Error<TasksLeft>]
    [Error<ProjectStandsStill>]
    [Error<TextNotValid>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static Task<Result<Project>> HandOverProjectAccessAsync(
        [ID("Project")] ProjectKey projectId,
        string name,
        string? address,
        string? userName,
        string secret,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        HandOverAccess action,
        CancellationToken cancellationToken,
        bool completes = false) =>
        action.HandleAsync(projectId, new AccessInput(name, address, userName, secret, idempotencyKey), completes, viewer, cancellationToken);

    /// <summary>Quotes what a customer asked for on a project. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="amount">The price, net, in the currency of the project.</param>
    /// <param name="answer">What it includes.</param>
    /// <param name="tasks">What would be done, a line each.</param>
    /// <param name="businessDays">In how many business days it is delivered as a project of its own; null for as long as the package takes.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<ProjectQuoteNotValid>]
    [Error<ProjectStandsStill>]
    [Error<RequestNotOpen>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> QuoteProjectRequestAsync(
        [ID("Project")] ProjectKey projectId,
        [ID] Guid requestId,
        Money amount,
        string answer,
        IReadOnlyList<string> tasks,
        int? businessDays,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        QuoteRequest action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, new QuoteRequestInput(new ProjectRequestId(requestId), amount, answer, tasks, businessDays), viewer, cancellationToken);

    /// <summary>Answers a request: a change is due when a line of a record or list says so, and otherwise the customer reads why not. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="answer">In words that the customer reads.</param>
    /// <param name="evidenceId">The line of a record or list by which a change is due; null where none says so.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<RequestNotOpen>]
    [Error<NotEvidence>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> AnswerProjectRequestAsync(
        [ID("Project")] ProjectKey projectId,
        [ID] Guid requestId,
        string answer,
        [ID] Guid? evidenceId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AnswerRequest action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(
            projectId,
            new AnswerRequestInput(new ProjectRequestId(requestId), answer, evidenceId is { } evidence ? new ProjectListItemId(evidence) : null),
            viewer,
            cancellationToken);

    /// <summary>Begins extra work that was approved and had to wait until the original is finished and paid. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<OriginalNotFinished>]
    [Error<BalanceDue>]
    [Error<RequestNotOpen>]
    [Error<ProjectStandsStill>]
    [Error<StageAlreadyOver>]
    [Error<StageEndsOtherwise>]
    [Error<TaskAlreadyThere>]
    [Error<UnknownStage>]
    public static Task<Result<Project>> BeginProjectRequestAsync(
        [ID("Project")] ProjectKey projectId,
        [ID] Guid requestId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        BeginExtraWork action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, new ProjectRequestId(requestId), viewer, cancellationToken);

    /// <summary>Says that the work of a request is done. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<RequestNotOpen>]
    public static Task<Result<Project>> FinishProjectRequestAsync(
        [ID("Project")] ProjectKey projectId,
        [ID] Guid requestId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        FinishRequest action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, new ProjectRequestId(requestId), viewer, cancellationToken);

    /// <summary>Writes down what was agreed on a dispute, once the balance is paid. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="requestId">The dispute.</param>
    /// <param name="agreement">What was agreed, for both to read.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<BalanceDue>]
    [Error<RequestNotOpen>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> ConciliateProjectAsync(
        [ID("Project")] ProjectKey projectId,
        [ID] Guid requestId,
        string agreement,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        Conciliate action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, new ProjectRequestId(requestId), agreement, viewer, cancellationToken);

    /// <summary>Writes a note among staff on a project; nothing of it reaches the customer. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="text">The note.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<TextNotValid>]
    public static Task<Result<Project>> AddProjectNoteAsync(
        [ID("Project")] ProjectKey projectId,
        string text,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AddProjectNote action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, text, viewer, cancellationToken);
}
