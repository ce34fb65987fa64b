using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff accept an input; with the last of them their check is over (TEC-05).</summary>
public sealed class AcceptInput(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="InputNotHere"/>, <see cref="InputAlreadyAccepted"/>, <see cref="ProjectStandsStill"/> …</summary>
    public Task<Result<Project>> HandleAsync(ProjectKey key, string inputKey, Viewer staff, CancellationToken cancellationToken) =>
        projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) =>
            {
                var now = scope.StoredNow();
                var change = ProjectRules.AcceptInput(project.Terms, project.State, inputKey, now);
                if (!change.IsRefused && await GiveInput.LastAsync(scope, project.Row.Id, inputKey, token) is { } given)
                {
                    given.AcceptedAt = now;
                }

                return await projects.SaveAsync(scope, project, change, token);
            },
            cancellationToken);
}
