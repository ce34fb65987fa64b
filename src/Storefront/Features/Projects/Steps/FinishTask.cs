using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff have finished a task; the customer sees the percent at once (SEN-04).</summary>
public sealed class FinishTask(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="UnknownTask"/>, <see cref="TaskAlreadyThere"/>, <see cref="StageNotBegun"/>, <see cref="ProjectStandsStill"/> …</summary>
    public Task<Result<Project>> HandleAsync(ProjectKey key, string taskKey, Viewer staff, CancellationToken cancellationToken) =>
        projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) =>
            {
                var change = ProjectRules.FinishTask(project.Terms, project.State, taskKey, scope.StoredNow());
                if (!change.IsRefused)
                {
                    var kept = await StartTask.FindOrAddAsync(scope, project.Row.Id, taskKey, token);
                    (kept.StartedAt, kept.WorkedBy) = (kept.StartedAt ?? scope.Now, staff.UserId);
                }

                return await projects.SaveAsync(scope, project, change, token);
            },
            cancellationToken);
}
