using System.Collections.Immutable;
using NodaTime;

namespace Storefront.Domain.Projects;

/// <summary>The answer to "how is it going?", at once (SEN-04).</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="FinishedTasks">Tasks that are finished; a stage without any is one itself.</param>
/// <param name="Tasks">All of them.</param>
/// <param name="Delivery">The expected delivery in the house's zone, or the day of it; null while it stands still.</param>
/// <param name="Waits">What it waits for, in the template's order.</param>
public sealed record ProjectReport(
    ProjectStatus Status, int FinishedTasks, int Tasks, LocalDate? Delivery, ImmutableArray<ProjectWait> Waits)
{
    /// <summary>Whole percents, rounded down, so that 100 means every task.</summary>
    public int Percent => Tasks == 0 ? 100 : FinishedTasks * 100 / Tasks;

    /// <summary>The report of a project that was settled until now.</summary>
    public static ProjectReport Of(ProjectTerms terms, ProjectState project, Instant now)
    {
        var plain = project.Stages.Where(stage => project.Tasks.All(task => task.StageKey != stage.Key)).ToList();
        return new ProjectReport(
            project.Status,
            plain.Count(stage => stage.IsOver) + project.Tasks.Count(task => task.FinishedAt is not null),
            plain.Count + project.Tasks.Length,
            ProjectForecast.DeliveryOf(terms, project, now),
            [.. project.Stages.Where(stage => stage.IsRunning).Select(stage => WaitOf(terms, project, stage))]);
    }

    private static ProjectWait WaitOf(ProjectTerms terms, ProjectState project, StageState stage)
    {
        var known = terms.Template.Stage(stage.Key);
        var owner = stage.Correcting ? StageOwner.House : known.Owner;
        return new ProjectWait(
            stage.Key,
            owner,
            stage.DueAt,
            owner == StageOwner.Customer && project.Suspension is null ? stage.NextAt : null,
            stage.Alerted && project.Suspension is null ? stage.NextAt : null);
    }
}

/// <summary>Something that a project waits for.</summary>
/// <param name="StageKey">The stage.</param>
/// <param name="Owner">From whom.</param>
/// <param name="DueAt">By when it should be there; null when that is open.</param>
/// <param name="AnswerBy">Until when the customer has, notices included; null when that is open, or somebody else's.</param>
/// <param name="SuspendedFrom">From when it stands still without it; null while no alert was sent.</param>
public sealed record ProjectWait(string StageKey, StageOwner Owner, Instant? DueAt, Instant? AnswerBy, Instant? SuspendedFrom);
