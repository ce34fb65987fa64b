using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>A customer allows that the curtain is lifted; it comes off within the template's time (TEC-11).</summary>
public sealed class AuthoriseOpening(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="StageNotBegun"/>, <see cref="StageAlreadyOver"/>, <see cref="UnknownStage"/>, <see cref="ProjectStandsStill"/> …</summary>
    public Task<Result<Project>> HandleAsync(ProjectId id, Viewer viewer, CancellationToken cancellationToken) => projects.AsCustomerAsync(
        id,
        viewer,
        null,
        (scope, project, token) =>
            projects.SaveAsync(scope, project, ProjectRules.Authorise(project.Terms, project.State, scope.StoredNow()), token),
        cancellationToken);
}
