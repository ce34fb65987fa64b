using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <content>What the customer decides: approval, corrections, authorisation (TEC-07, TEC-11).</content>
public static partial class ProjectRules
{
    /// <summary>The customer approves what was shown. One that was suspended has to be resumed first, unless its handbook lets the answer do that.</summary>
    public static Result<ProjectChange> Approve(ProjectTerms terms, ProjectState project, Instant now) =>
        Decide(ProjectCourse.At(terms, project, now), StageEnd.Approval, now);

    /// <summary>The customer allows that the curtain is lifted (TEC-11).</summary>
    public static Result<ProjectChange> Authorise(ProjectTerms terms, ProjectState project, Instant now) =>
        Decide(ProjectCourse.At(terms, project, now), StageEnd.Authorisation, now);

    /// <summary>
    /// The customer asks for corrections within scope, all of them in one message. It is the house's turn then, and afterwards the customer's
    /// again with its whole time.
    /// </summary>
    public static Result<ProjectChange> AskRevision(ProjectTerms terms, ProjectState project, string? comments, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (DecidedIn(course, StageEnd.Approval) is not { } stage)
        {
            return new UnknownStage("", [.. terms.Template.Stages.Select(known => known.Key)]);
        }

        if (Undecidable(course, stage) is { } refusal)
        {
            return refusal;
        }

        if (course.Project.RevisionsUsed >= terms.Template.Revisions)
        {
            return new NoRevisionLeft(terms.Template.Revisions);
        }

        if (TextFault(comments, new RevisionCommentsMissing()) is { } fault)
        {
            return fault;
        }

        Answer(course, stage, now);
        course.Project = course.Project with { RevisionsUsed = course.Project.RevisionsUsed + 1 };
        course.Tell(new RevisionAsked(now, stage.Key, course.Project.RevisionsUsed));
        course.TurnTo(stage, StageOwner.House, now, terms.DueOf(stage.Corrections, now));
        course.Forecast(now, ForecastReason.Revision);
        return course.Change;
    }

    /// <summary>The house has corrected what was asked for; the customer looks at it again.</summary>
    public static Result<ProjectChange> FinishCorrections(ProjectTerms terms, ProjectState project, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (DecidedIn(course, StageEnd.Approval) is not { } stage)
        {
            return new UnknownStage("", [.. terms.Template.Stages.Select(known => known.Key)]);
        }

        if ((Standing(course) ?? NotRunning(course, stage)) is { } refusal)
        {
            return refusal;
        }

        if (!course.Stage(stage.Key).Correcting)
        {
            return new NotYourTurn(stage.Key, StageOwner.Customer);
        }

        course.TurnTo(stage, StageOwner.Customer, now, terms.DueOf(stage.Within, now));
        course.Forecast(now, ForecastReason.Revision);
        return course.Change;
    }

    private static Result<ProjectChange> Decide(ProjectCourse course, StageEnd end, Instant now)
    {
        if (DecidedIn(course, end) is not { } stage)
        {
            return new UnknownStage("", [.. course.Template.Stages.Select(known => known.Key)]);
        }

        if (Undecidable(course, stage) is { } refusal)
        {
            return refusal;
        }

        var reason = course.ReasonToEnd(stage, now);
        Answer(course, stage, now);
        course.End(stage, now);
        course.Forecast(now, reason);
        return course.Change;
    }

    private static Refusal? Undecidable(ProjectCourse course, ProjectStage stage) =>
        Standing(course, stage)
        ?? NotRunning(course, stage)
        ?? (course.Stage(stage.Key).Correcting ? new NotYourTurn(stage.Key, StageOwner.House) : null);

    /// <summary>The stage of that sort that runs; else the first that is to come, else the last.</summary>
    private static ProjectStage? DecidedIn(ProjectCourse course, StageEnd end)
    {
        var stages = course.Template.Stages.Where(stage => stage.End == end).ToList();
        return stages.Find(stage => course.Stage(stage.Key).IsRunning)
            ?? stages.Find(stage => !course.Stage(stage.Key).IsOver)
            ?? stages.LastOrDefault();
    }
}
