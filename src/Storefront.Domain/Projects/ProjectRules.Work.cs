using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <content>What is worked: tasks, stages that are said to be done, meetings, another expected day.</content>
public static partial class ProjectRules
{
    /// <summary>Minutes of a meeting where the handbook sets no limit.</summary>
    public const int MostMeetingMinutes = 8 * 60;

    /// <summary>A stage's owner says that it is done: its tasks are finished, its meeting was held, and what it needs is still there.</summary>
    public static Result<ProjectChange> Finish(ProjectTerms terms, ProjectState project, string stageKey, StageOwner actor, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (Workable(course, stageKey) is { } refusal)
        {
            return refusal;
        }

        var stage = terms.Template.Stage(stageKey);
        var stands = course.Stage(stageKey);
        if (!IsSaid(stage.End))
        {
            return new StageEndsOtherwise(stageKey, stage.End);
        }

        if (stage.Owner != actor)
        {
            return new NotYourTurn(stageKey, stage.Owner);
        }

        if (course.Project.Tasks.Count(task => task.StageKey == stageKey && task.FinishedAt is null) is > 0 and var left)
        {
            return new TasksLeft(left);
        }

        if (stage.Needs.Contains(StageNeed.FullPayment) && !course.Project.IsFullyPaid)
        {
            return new BalanceDue(course.Project.Balance);
        }

        if (stage.End == StageEnd.Meeting && stands.BookedFor is not { } booked)
        {
            return new MeetingNotBooked(stageKey);
        }

        if (stage.End == StageEnd.Meeting && stands.BookedFor is { } ahead && ahead > now)
        {
            return new MeetingAhead(ahead);
        }

        var reason = course.ReasonToEnd(stage, now);
        course.End(stage, now);
        course.Forecast(now, reason);
        return course.Change;
    }

    /// <summary>Adds a task to a stage that is not over (SEN-04).</summary>
    /// <param name="terms">What it was sold under.</param>
    /// <param name="project">The project.</param>
    /// <param name="stageKey">The stage.</param>
    /// <param name="taskKey">New in the project.</param>
    /// <param name="extra">Whether it is beyond the contract, and approved (SEN-05).</param>
    /// <param name="now">Now.</param>
    public static Result<ProjectChange> AddTask(
        ProjectTerms terms, ProjectState project, string stageKey, string taskKey, bool extra, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (course.Project.Find(stageKey) is not { } stage)
        {
            return new UnknownStage(stageKey, [.. course.Project.Stages.Select(known => known.Key)]);
        }

        if (stage.IsOver)
        {
            return new StageAlreadyOver(stageKey, stage.EndedAt!.Value);
        }

        if (terms.Template.Stage(stageKey).End is var end && !IsSaid(end))
        {
            return new StageEndsOtherwise(stageKey, end);
        }

        if (course.Project.Tasks.FirstOrDefault(task => task.Key == taskKey) is { } there)
        {
            return new TaskAlreadyThere(taskKey, there.FinishedAt);
        }

        course.Project = course.Project with { Tasks = course.Project.Tasks.Add(new TaskState(taskKey, stageKey, extra)) };
        course.Tell(new TaskAdded(now, taskKey, stageKey, extra));
        return course.Change;
    }

    /// <summary>The house has finished a task of a stage that runs.</summary>
    public static Result<ProjectChange> FinishTask(ProjectTerms terms, ProjectState project, string taskKey, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (course.Project.Tasks.FirstOrDefault(task => task.Key == taskKey) is not { } task)
        {
            return new UnknownTask(taskKey);
        }

        if (Workable(course, task.StageKey) is { } refusal)
        {
            return refusal;
        }

        if (task.FinishedAt is not null)
        {
            return new TaskAlreadyThere(taskKey, task.FinishedAt);
        }

        course.Project = course.Project with { Tasks = course.Project.Tasks.Replace(task, task with { FinishedAt = now }) };
        course.Tell(new TaskFinished(now, taskKey));
        return course.Change;
    }

    /// <summary>
    /// Books the meeting of a stage that runs, within its time. One that was booked can be moved, beyond that time too, since whoever cannot come
    /// is told of the new date (SEN-01).
    /// </summary>
    public static Result<ProjectChange> Book(ProjectTerms terms, ProjectState project, string stageKey, Instant from, int minutes, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (Workable(course, stageKey) is { } refusal)
        {
            return refusal;
        }

        var stage = terms.Template.Stage(stageKey);
        var stands = course.Stage(stageKey);
        var most = stage.MeetingMinutes ?? MostMeetingMinutes;
        if (stage.End != StageEnd.Meeting)
        {
            return new NoMeeting(stageKey);
        }

        if (minutes < 1 || minutes > most)
        {
            return new MeetingLengthNotValid(most);
        }

        if (from <= now)
        {
            return new MeetingInThePast(now);
        }

        if (stands.BookedFor is null && stands.DueAt is { } due && from > Instant.Max(due, now) && due > now)
        {
            return new MeetingTooLate(due);
        }

        if (terms.StartOf(terms.Calendar.DateOf(now).PlusYears(MostYearsAhead)) is var farthest && from > farthest)
        {
            return new MeetingTooLate(farthest);
        }

        course.Set(stands with { BookedFor = from, BookedMinutes = minutes });
        course.Tell(new MeetingBooked(now, stageKey, from, minutes, Moved: stands.BookedFor is not null));
        course.Forecast(now, ForecastReason.Meeting);
        return course.Change;
    }

    /// <summary>The house gives another day for a stage of its own that runs, with its reason; what is due stays due.</summary>
    public static Result<ProjectChange> Announce(
        ProjectTerms terms, ProjectState project, string stageKey, LocalDate day, string? reason, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if ((Workable(course, stageKey) ?? TextFault(reason, new ProjectReasonMissing())) is { } refusal)
        {
            return refusal;
        }

        var stage = terms.Template.Stage(stageKey);
        if (stage.Owner == StageOwner.Customer && !course.Stage(stageKey).Correcting)
        {
            return new NotYourTurn(stageKey, stage.Owner);
        }

        if (terms.Calendar.DateOf(now) is var today && day < today)
        {
            return new DayInThePast(today);
        }

        if (day > today.PlusYears(MostYearsAhead))
        {
            return new DayTooFar(today.PlusYears(MostYearsAhead));
        }

        course.Set(course.Stage(stageKey) with { AnnouncedFor = day });
        course.Forecast(now, ForecastReason.Announced);
        return course.Change;
    }

    /// <summary>The day of a delivery that was not made: the expected one, moved to the next business day where the house has it in hand and is late.</summary>
    internal static (LocalDate? Day, ProjectChange Change) BookDelivery(ProjectTerms terms, ProjectState project, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (course.Project is not { Suspension: null, DeliveredAt: null })
        {
            return (null, course.Change);
        }

        var expected = ProjectForecast.DeliveryOf(terms, course.Project, now);
        var soonest = terms.Calendar.AddBusinessDays(terms.Calendar.DateOf(now), 1);
        var stage = terms.Template.Stage(terms.Template.DeliveryKey);
        var stands = course.Stage(stage.Key);
        if (expected < soonest && stands.IsRunning && (stage.Owner == StageOwner.House || stands.Correcting))
        {
            course.Set(stands with { AnnouncedFor = soonest });
            course.Forecast(now, ForecastReason.Announced);
            expected = soonest;
        }

        return (expected, course.Change);
    }

    /// <summary>Whether somebody says that it is over, and so can first finish its tasks.</summary>
    private static bool IsSaid(StageEnd end) => end is StageEnd.Done or StageEnd.Access or StageEnd.Meeting;

    private static Refusal? Workable(ProjectCourse course, string stageKey) =>
        course.Project.Find(stageKey) is null
            ? new UnknownStage(stageKey, [.. course.Project.Stages.Select(known => known.Key)])
            : Standing(course) ?? NotRunning(course, course.Template.Stage(stageKey));
}
