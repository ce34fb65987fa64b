using System.Globalization;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff divide the work of a stage: another task within what was contracted.</summary>
public sealed class AddTask(ProjectTransactions projects)
{
    /// <summary>Most tasks of a project.</summary>
    public const int Most = 500;

    /// <summary>The project, or <see cref="StageAlreadyOver"/>, <see cref="StageEndsOtherwise"/>, <see cref="UnknownStage"/>, <see cref="TooManyProjectTasks"/> …</summary>
    public async Task<Result<Project>> HandleAsync(ProjectKey key, string stageKey, string? title, Viewer staff, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Line("title", title).TryGet(out var words, out var notWords))
        {
            return notWords;
        }

        return await projects.AsStaffAsync(
            key,
            staff,
            null,
            (scope, project, token) =>
            {
                if (project.State.Tasks.Length >= Most)
                {
                    return Task.FromResult<Result<Done>>(new TooManyProjectTasks(Most));
                }

                var taskKey = NewKey(project.State);
                scope.Db.Add(new ProjectTask { AccountId = scope.AccountId, ProjectId = project.Row.Id, Key = taskKey, Title = words });
                return projects.SaveAsync(
                    scope, project, ProjectRules.AddTask(project.Terms, project.State, stageKey, taskKey, extra: false, scope.StoredNow()), token);
            },
            cancellationToken);
    }

    /// <summary>A key that no task of the project has, nor had.</summary>
    internal static string NewKey(ProjectState project)
    {
        var number = project.Tasks.Length + project.WithdrawnTasks + 1;
        while (project.Tasks.Any(task => task.Key == Name(number)))
        {
            number++;
        }

        return Name(number);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"task-{number}");
}
