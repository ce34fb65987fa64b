using NodaTime;
using Storefront.Domain.Projects;

namespace Storefront.Tests.Domain.Projects;

/// <summary>Somebody who does what is to be done next, until nothing is.</summary>
internal static class ProjectDriver
{
    /// <summary>The project when nothing of it is left; fails when it gets stuck.</summary>
    public static ProjectState Finish(ProjectTerms terms, ProjectState project, Instant now)
    {
        project = ProjectRules.Settle(terms, project, now).Project;
        for (var step = 0; project.Stages.Any(stage => !stage.IsOver); step++)
        {
            Assert.True(step < 500, $"Stuck: {ProjectText.Of(project)}");
            if (project.Suspension is { IsEnd: true })
            {
                project = ProjectRules.Pay(terms, project, project.DueWithOrder, now).Project;
                Assert.Null(project.Suspension);
            }
            else if (project.Suspension is not null)
            {
                project = ProjectRules.Resume(terms, project, now).Value.Project;
            }
            else if (!project.IsFullyPaid)
            {
                project = ProjectRules.Pay(terms, project, project.Total, now).Project;
            }
            else if (project.Stages.FirstOrDefault(stage => stage.IsRunning) is { } stage && terms.Template.Stage(stage.Key) is { End: not StageEnd.Time } known)
            {
                (project, now) = Do(terms, project, known, stage, now);
            }
            else
            {
                Assert.True(project.NextAt is not null, $"Stuck: {ProjectText.Of(project)}");
                now = Instant.Max(now, project.NextAt!.Value);
            }

            project = ProjectRules.Settle(terms, project, now).Project;
        }

        Assert.NotNull(project.CompletedAt);
        return project;
    }

    private static (ProjectState Project, Instant Now) Do(ProjectTerms terms, ProjectState project, ProjectStage stage, StageState stands, Instant now)
    {
        if (stands.Correcting)
        {
            return (ProjectRules.FinishCorrections(terms, project, now).Value.Project, now);
        }

        if (project.Tasks.FirstOrDefault(task => task.StageKey == stage.Key && task.FinishedAt is null) is { } task)
        {
            return (ProjectRules.FinishTask(terms, project, task.Key, now).Value.Project, now);
        }

        if (stage.End == StageEnd.Meeting)
        {
            if (stands.BookedFor is not { } booked)
            {
                return (ProjectRules.Book(terms, project, stage.Key, now + Duration.FromMinutes(1), 30, now).Value.Project, now);
            }

            now = Instant.Max(now, booked);
            project = ProjectRules.Settle(terms, project, now).Project;
            return project.Suspension is null
                ? (ProjectRules.Finish(terms, project, stage.Key, stage.Owner, now).Value.Project, now)
                : (project, now);
        }

        var change = stage.End switch
        {
            StageEnd.InputsGiven => ProjectRules.GiveInput(terms, project, project.Inputs.First(input => !input.IsHere).Key, "Somewhere", now),
            StageEnd.InputsAccepted => ProjectRules.AcceptInput(terms, project, project.Inputs.First(input => input.Status == InputStatus.Given).Key, now),
            StageEnd.Approval => ProjectRules.Approve(terms, project, now),
            StageEnd.Authorisation => ProjectRules.Authorise(terms, project, now),
            _ => ProjectRules.Finish(terms, project, stage.Key, stage.Owner, now),
        };
        return (change.Value.Project, now);
    }
}
