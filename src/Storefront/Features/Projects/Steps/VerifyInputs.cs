using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff accept everything that was handed over, at once.</summary>
public sealed class VerifyInputs(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="InputNotHere"/> for the first that is missing, <see cref="ProjectStandsStill"/> …</summary>
    public Task<Result<Project>> HandleAsync(ProjectKey key, Viewer staff, CancellationToken cancellationToken) =>
        projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) =>
            {
                var now = scope.StoredNow();
                if (project.State.Inputs.FirstOrDefault(input => !input.IsHere) is { } missing)
                {
                    return new InputNotHere(missing.Key, missing.Status);
                }

                foreach (var input in project.State.Inputs.Where(input => input.Status == InputStatus.Given))
                {
                    var change = ProjectRules.AcceptInput(project.Terms, project.State, input.Key, now);
                    if ((await projects.SaveAsync(scope, project, change, token)).Refusal is { } refusal)
                    {
                        return refusal;
                    }

                    if (await GiveInput.LastAsync(scope, project.Row.Id, input.Key, token) is { } given)
                    {
                        given.AcceptedAt = now;
                    }
                }

                return Done.Value;
            },
            cancellationToken);
}
