using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>Where approved work beyond the contract is done.</summary>
public enum ExtraWorkPlace
{
    /// <summary>As tasks of the running project.</summary>
    InProject,

    /// <summary>As a project of its own.</summary>
    NewProject,
}

/// <summary>What happens with work beyond the contract whose quote was approved (TEC-08, SEN-05).</summary>
public static class ExtraWorkRules
{
    /// <summary>
    /// Where it is done now; refused while the original is neither finished nor paid, where the handbook asks for both, and where it ended
    /// without being finished.
    /// </summary>
    public static Result<ExtraWorkPlace> Place(ProjectTerms terms, ProjectState project, Instant now)
    {
        if (ProjectRules.Ended(project) is { } ended)
        {
            return ended;
        }

        if (terms.Template.ExtraWork == ExtraWorkTime.InProject)
        {
            return project.DeliveredAt is null && project.CompletedAt is null ? ExtraWorkPlace.InProject : ExtraWorkPlace.NewProject;
        }

        if (project.CompletedAt is null)
        {
            return new OriginalNotFinished(ProjectForecast.DeliveryOf(terms, project, now));
        }

        return project.IsFullyPaid ? ExtraWorkPlace.NewProject : new BalanceDue(project.Balance);
    }

    /// <summary>Adds an approved extra as a task, to the stage that makes the rest, or to the delivery when that is over (SEN-05).</summary>
    public static Result<ProjectChange> Add(ProjectTerms terms, ProjectState project, string taskKey, Instant now)
    {
        var settled = ProjectRules.Settle(terms, project, now);
        if (settled.Project.DeliveredAt is { } delivered)
        {
            return new StageAlreadyOver(terms.Template.DeliveryKey, delivered);
        }

        var making = terms.Template.Stages.FirstOrDefault(stage => stage.MakesItems)?.Key;
        var key = making is not null && !settled.Project.Find(making)!.IsOver ? making : terms.Template.DeliveryKey;
        return ProjectRules.AddTask(terms, settled.Project, key, taskKey, extra: true, now)
            .Map(change => change with { Events = [.. settled.Events, .. change.Events] });
    }

    /// <summary>Takes extra tasks out of the project again, because nobody pays them; what of them was finished stays.</summary>
    public static ProjectChange Withdraw(ProjectTerms terms, ProjectState project, IReadOnlyCollection<string> taskKeys, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        foreach (var task in course.Project.Tasks.Where(task => task is { Extra: true, FinishedAt: null } && taskKeys.Contains(task.Key)))
        {
            course.Project = course.Project with { Tasks = course.Project.Tasks.Remove(task), WithdrawnTasks = course.Project.WithdrawnTasks + 1 };
            course.Tell(new TaskWithdrawn(now, task.Key));
        }

        return course.Change;
    }
}
