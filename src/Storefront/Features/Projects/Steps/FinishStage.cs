using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>
/// Staff say that a stage of the house is done: built, delivered, held, opened to the public. With the template's delivery stage the project is
/// delivered, with its completion stage completed (TEC-12).
/// </summary>
public sealed class FinishStage(ProjectTransactions projects)
{
    /// <summary>
    /// The project, or <see cref="TasksLeft"/>, <see cref="BalanceDue"/>, <see cref="MeetingNotBooked"/>, <see cref="MeetingAhead"/>,
    /// <see cref="StageNotBegun"/>, <see cref="StageAlreadyOver"/>, <see cref="NotYourTurn"/>, <see cref="StageEndsOtherwise"/> …
    /// </summary>
    public Task<Result<Project>> HandleAsync(ProjectKey key, string stageKey, Viewer staff, CancellationToken cancellationToken) =>
        projects.ChangeAsStaffAsync(
            key,
            staff,
            (scope, project) => ProjectRules.Finish(project.Terms, project.State, stageKey, StageOwner.House, scope.StoredNow()),
            cancellationToken);
}
