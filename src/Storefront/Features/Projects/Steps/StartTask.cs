using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff begin a task of a stage that runs, or take it over from a colleague.</summary>
public sealed class StartTask(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="UnknownTask"/>, <see cref="TaskAlreadyThere"/>, <see cref="StageNotBegun"/>, <see cref="ProjectStandsStill"/>.</summary>
    public Task<Result<Project>> HandleAsync(ProjectKey key, string taskKey, Viewer staff, CancellationToken cancellationToken) =>
        projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) =>
            {
                if (project.State.Tasks.FirstOrDefault(task => task.Key == taskKey) is not { } task)
                {
                    return new UnknownTask(taskKey);
                }

                // What finishing it would be refused for is said now, not after the work.
                if (ProjectRules.FinishTask(project.Terms, project.State, taskKey, scope.StoredNow()).Refusal is { } refusal)
                {
                    return refusal;
                }

                var kept = await FindOrAddAsync(scope, project.Row.Id, task.Key, token);
                if (kept.StartedAt is null)
                {
                    kept.StartedAt = scope.Now;
                    ProjectStore.Tell(scope, project, new ProjectTaskStarted(project.Row.Id, taskKey));
                }

                kept.WorkedBy = staff.UserId;
                return Done.Value;
            },
            cancellationToken);

    internal static async Task<ProjectTask> FindOrAddAsync(AccountScope scope, ProjectId project, string taskKey, CancellationToken cancellationToken)
    {
        if (await scope.Db.Set<ProjectTask>().SingleOrDefaultAsync(
            task => task.AccountId == scope.AccountId && task.ProjectId == project && task.Key == taskKey, cancellationToken) is { } known)
        {
            return known;
        }

        var added = new ProjectTask { AccountId = scope.AccountId, ProjectId = project, Key = taskKey };
        scope.Db.Add(added);
        return added;
    }
}
