using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Projects.Steps;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects;

/// <summary>What staff do on projects.</summary>
[MutationType]
[Error<NotFound>]
public static class DeskProjectMutations
{
    /// <summary>Accepts an input of a project; with the last of them the check is over. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="inputKey">Which of its inputs.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownInput>]
    [Error<InputNotHere>]
    [Error<InputAlreadyAccepted>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    public static Task<Result<Project>> AcceptProjectInputAsync(
        [ID("Project")] ProjectKey projectId,
        string inputKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AcceptInput action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, inputKey, viewer, cancellationToken);

    /// <summary>Returns an input with a reason that the customer reads. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="inputKey">Which of its inputs.</param>
    /// <param name="reason">Why, in words that the customer reads.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownInput>]
    [Error<InputNotHere>]
    [Error<InputReasonMissing>]
    [Error<InputAlreadyAccepted>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    [Error<ProjectTextTooLong>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> ReturnProjectInputAsync(
        [ID("Project")] ProjectKey projectId,
        string inputKey,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ReturnInput action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, inputKey, reason, viewer, cancellationToken);

    /// <summary>Accepts all inputs that were handed over, at once. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<InputNotHere>]
    [Error<InputAlreadyAccepted>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    public static Task<Result<Project>> VerifyProjectInputsAsync(
        [ID("Project")] ProjectKey projectId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        VerifyInputs action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, viewer, cancellationToken);

    /// <summary>Adds a task within what was contracted to a stage. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="stageKey">The stage.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownStage>]
    [Error<StageAlreadyOver>]
    [Error<StageEndsOtherwise>]
    [Error<TaskAlreadyThere>]
    [Error<TooManyProjectTasks>]
    [Error<ProjectStandsStill>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> AddProjectTaskAsync(
        [ID("Project")] ProjectKey projectId,
        string stageKey,
        string title,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AddTask action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, stageKey, title, viewer, cancellationToken);

    /// <summary>Begins a task, or takes it over from a colleague. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="taskKey">The task.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownTask>]
    [Error<TaskAlreadyThere>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    [Error<UnknownStage>]
    public static Task<Result<Project>> StartProjectTaskAsync(
        [ID("Project")] ProjectKey projectId,
        string taskKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        StartTask action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, taskKey, viewer, cancellationToken);

    /// <summary>Says that a task is finished. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="taskKey">The task.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownTask>]
    [Error<TaskAlreadyThere>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<ProjectStandsStill>]
    [Error<UnknownStage>]
    public static Task<Result<Project>> FinishProjectTaskAsync(
        [ID("Project")] ProjectKey projectId,
        string taskKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        FinishTask action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, taskKey, viewer, cancellationToken);

    /// <summary>Says that a stage of the house is done: built, delivered, held, opened to the public. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="stageKey">The stage.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownStage>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<StageEndsOtherwise>]
    [Error<NotYourTurn>]
    [Error<TasksLeft>]
    [Error<BalanceDue>]
    [Error<MeetingNotBooked>]
    [Error<MeetingAhead>]
    [Error<ProjectStandsStill>]
    public static Task<Result<Project>> FinishProjectStageAsync(
        [ID("Project")] ProjectKey projectId,
        string stageKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        FinishStage action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, stageKey, viewer, cancellationToken);

    /// <summary>Says that what was asked for is corrected; the customer looks at it again. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="answer">What was done, for the customer.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownStage>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<NotYourTurn>]
    [Error<ProjectStandsStill>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> FinishProjectCorrectionsAsync(
        [ID("Project")] ProjectKey projectId,
        string? answer,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        FinishCorrections action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, answer, viewer, cancellationToken);

    /// <summary>Announces another day for a stage of the house, with a reason that the customer reads. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="stageKey">The stage.</param>
    /// <param name="day">When it will be ready.</param>
    /// <param name="reason">Why, in words that the customer reads.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownStage>]
    [Error<StageNotBegun>]
    [Error<StageAlreadyOver>]
    [Error<NotYourTurn>]
    [Error<DayInThePast>]
    [Error<DayTooFar>]
    [Error<ProjectReasonMissing>]
    [Error<ProjectStandsStill>]
    [Error<ProjectTextTooLong>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> AnnounceProjectDayAsync(
        [ID("Project")] ProjectKey projectId,
        string stageKey,
        LocalDate day,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AnnounceDay action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, stageKey, day, reason, viewer, cancellationToken);

    /// <summary>Stops a project until it is agreed what is to be made, with a reason that the customer reads. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="reason">Why, in words that the customer reads.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<ProjectReasonMissing>]
    [Error<ProjectStandsStill>]
    [Error<ProjectAlreadyCompleted>]
    [Error<ProjectTextTooLong>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> SendProjectToSalesAsync(
        [ID("Project")] ProjectKey projectId,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        SendToSales action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, reason, viewer, cancellationToken);

    /// <summary>Brings a project back that stood still. For staff only.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="reason">Why it goes on, for the customer.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<ProjectGoesOn>]
    [Error<BalanceDue>]
    [Error<ProjectStandsStill>]
    [Error<TextNotValid>]
    public static Task<Result<Project>> ResumeProjectAsync(
        [ID("Project")] ProjectKey projectId,
        string? reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ResumeProject action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(projectId, reason, viewer, cancellationToken);
}
