using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>A customer approves what it was shown (TEC-07).</summary>
public sealed class ApproveProject(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="StageNotBegun"/>, <see cref="StageAlreadyOver"/>, <see cref="NotYourTurn"/>, <see cref="ProjectStandsStill"/> …</summary>
    public Task<Result<Project>> HandleAsync(ProjectId id, Viewer viewer, CancellationToken cancellationToken) => projects.AsCustomerAsync(
        id,
        viewer,
        null,
        (scope, project, token) =>
            projects.SaveAsync(scope, project, ProjectRules.Approve(project.Terms, project.State, scope.StoredNow()), token),
        cancellationToken);
}
