using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <content>What the customer hands over, item by item (TEC-04, TEC-05).</content>
public static partial class ProjectRules
{
    /// <summary>
    /// The customer hands an input over, or another in its place until it is accepted. With the last of them the stage is over; a project that
    /// was suspended for want of them comes back then, where its handbook lets an answer do that.
    /// </summary>
    /// <param name="terms">What it was sold under.</param>
    /// <param name="project">The project.</param>
    /// <param name="inputKey">The template's.</param>
    /// <param name="use">Where it will be used, in the customer's words.</param>
    /// <param name="now">Now.</param>
    public static Result<ProjectChange> GiveInput(ProjectTerms terms, ProjectState project, string inputKey, string? use, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (FindInput(course, inputKey) is not { } input)
        {
            return Unknown(course, inputKey);
        }

        if (GivingOf(terms) is not { } stage)
        {
            return Unknown(course, inputKey);
        }

        if (input.Status == InputStatus.Accepted)
        {
            return new InputAlreadyAccepted(inputKey);
        }

        if ((Standing(course, stage) ?? NotRunning(course, stage) ?? TextFault(use, new InputUseMissing(inputKey))) is { } refusal)
        {
            return refusal;
        }

        Set(course, input with { Status = InputStatus.Given, Use = use!.Trim(), GivenAt = now, Reason = null });
        course.Tell(new InputGiven(now, inputKey));
        if (course.InputsHere)
        {
            Answer(course, stage, now);
            course.End(stage, now);
        }

        course.Forecast(now, ForecastReason.Inputs);
        return course.Change;
    }

    /// <summary>The house accepts an input; with the last of them the check is over.</summary>
    public static Result<ProjectChange> AcceptInput(ProjectTerms terms, ProjectState project, string inputKey, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (Checkable(course, inputKey) is { } refusal)
        {
            return refusal;
        }

        Set(course, FindInput(course, inputKey)! with { Status = InputStatus.Accepted });
        course.Tell(new InputAccepted(now, inputKey));
        var check = CheckOf(terms);
        if (check is not null && course.Stage(check.Key).IsRunning && course.Project.Inputs.All(input => input.Status == InputStatus.Accepted))
        {
            course.End(check, now);
        }

        course.Forecast(now, ForecastReason.Inputs);
        return course.Change;
    }

    /// <summary>
    /// The house returns an input with a reason. While they are checked, that makes it the customer's turn again, and is the next of the
    /// notices: inputs that are not complete are followed by the same as none (TEC-04).
    /// </summary>
    public static Result<ProjectChange> ReturnInput(ProjectTerms terms, ProjectState project, string inputKey, string? reason, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if ((Checkable(course, inputKey) ?? TextFault(reason, new InputReasonMissing(inputKey))) is { } refusal)
        {
            return refusal;
        }

        Set(course, FindInput(course, inputKey)! with { Status = InputStatus.Returned, Reason = reason!.Trim() });
        course.Tell(new InputReturned(now, inputKey));
        if (GivingOf(terms) is { } giving && course.Stage(giving.Key).IsOver)
        {
            AskAgain(course, giving, now);
        }

        course.Forecast(now, ForecastReason.Inputs);
        return course.Change;
    }

    private static void AskAgain(ProjectCourse course, ProjectStage giving, Instant now)
    {
        if (CheckOf(course.Terms) is { } check && course.Stage(check.Key).IsRunning)
        {
            course.CloseTurn(check.Key, now);
            course.Set(course.Stage(check.Key) with { Status = StageStatus.Waiting, DueAt = null, NextAt = null });
            course.Tell(new StageLeft(now, check.Key));
        }

        course.Set(course.Stage(giving.Key) with { Status = StageStatus.Running, BegunAt = now, EndedAt = null });
        course.Remind(giving, now);
        var until = course.Stage(giving.Key).NextAt;
        course.Set(course.Stage(giving.Key) with { DueAt = until });
        course.Project = course.Project with { Turns = course.Project.Turns.Add(new Turn(giving.Key, StageOwner.Customer, now, null, until)) };
    }

    private static Refusal? Checkable(ProjectCourse course, string inputKey) => FindInput(course, inputKey) switch
    {
        null => Unknown(course, inputKey),
        _ when Standing(course) is { } standing => standing,
        { Status: InputStatus.Accepted } => new InputAlreadyAccepted(inputKey),
        { Status: not InputStatus.Given } input => new InputNotHere(inputKey, input.Status),
        _ when CheckOf(course.Terms) is null && GivingOf(course.Terms) is { } giving => NotRunning(course, giving),
        _ => null,
    };

    private static ProjectStage? GivingOf(ProjectTerms terms) => terms.Template.Stages.FirstOrDefault(stage => stage.End == StageEnd.InputsGiven);

    private static ProjectStage? CheckOf(ProjectTerms terms) => terms.Template.Stages.FirstOrDefault(stage => stage.End == StageEnd.InputsAccepted);

    private static InputState? FindInput(ProjectCourse course, string key) => course.Project.Inputs.FirstOrDefault(input => input.Key == key);

    private static UnknownInput Unknown(ProjectCourse course, string key) => new(key, [.. course.Project.Inputs.Select(input => input.Key)]);

    private static void Set(ProjectCourse course, InputState input) => course.Project = course.Project with
    {
        Inputs = [.. course.Project.Inputs.Select(other => other.Key == input.Key ? input : other)],
    };
}
