using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>
/// What customers, staff and the clock do to a project. Every rule first lets happen what fell due until now, so that one that was left alone
/// for months is where it would be, had somebody watched (COM-07).
/// </summary>
public static partial class ProjectRules
{
    /// <summary>Longest text that goes with an input, a return, a revision or a suspension, in UTF-16 units.</summary>
    public const int MostText = 4000;

    /// <summary>How many years ahead a day can be given or a meeting be booked: what is typed beyond is a mistake.</summary>
    public const int MostYearsAhead = 2;

    /// <summary>A project whose order was just placed.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="terms">What it was sold under.</param>
    /// <param name="total">What it costs, tax included.</param>
    /// <param name="dueWithOrder">What of it is due with the order; no more than the total.</param>
    /// <param name="orderedAt">When.</param>
    public static ProjectChange Open(ProjectId id, ProjectTerms terms, Money total, Money dueWithOrder, Instant orderedAt)
    {
        if (total.IsNegative || dueWithOrder.IsNegative || dueWithOrder > total)
        {
            throw new ArgumentException($"Of {total}, {dueWithOrder} cannot be due with the order.", nameof(dueWithOrder));
        }

        var template = terms.Template;
        var course = new ProjectCourse(terms, new ProjectState(
            id,
            orderedAt,
            total,
            dueWithOrder,
            Money.Zero(total.Currency),
            dueWithOrder.IsZero ? orderedAt : null,
            [.. template.Stages.Select(stage => new StageState(stage.Key))],
            [.. template.Inputs.Select(input => new InputState(input.Key))],
            [.. template.Stages.Where(stage => stage.MakesItems).SelectMany(stage => terms.ItemKeys.Select(item => new TaskState(item, stage.Key)))],
            Turns: [],
            Forecasts: []));
        course.Tell(new ProjectOpened(orderedAt));
        course.Advance(orderedAt);
        course.Forecast(orderedAt, ForecastReason.Ordered);
        return course.Change;
    }

    /// <summary>Everything that fell due until now, inclusive (COM-07).</summary>
    public static ProjectChange Settle(ProjectTerms terms, ProjectState project, Instant now) => ProjectCourse.At(terms, project, now).Change;

    /// <summary>
    /// What is paid in all, as payments were confirmed or taken back. It counts also while the project stands still; the stage that waited for
    /// it ends, but what comes after it begins only when the project goes on. A stage that has begun is not undone by money that goes back, and
    /// a project whose customer left for good comes back by no payment.
    /// </summary>
    public static ProjectChange Pay(ProjectTerms terms, ProjectState project, Money paid, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (paid == course.Project.Paid)
        {
            return course.Change;
        }

        var isMore = paid > course.Project.Paid;
        course.Project = course.Project with { Paid = paid };
        course.Project = course.Project with { PaidAt = paid < project.DueWithOrder ? null : course.Project.PaidAt ?? now };
        course.Tell(new ProjectPaid(now, paid, course.Project.IsFullyPaid));
        if (course.Project.Suspension is { IsEnd: true, Cause: not SuspensionCause.CustomerLeft } && isMore)
        {
            course.Resume(now);
        }

        foreach (var stage in terms.Template.Stages.Where(stage => course.Stage(stage.Key).IsRunning))
        {
            var settled = stage.End switch
            {
                StageEnd.Payment => course.Project.PaidAt is not null,
                StageEnd.FullPayment => course.Project.IsFullyPaid,
                _ => false,
            };
            if (settled)
            {
                Answer(course, stage, now);
                course.End(stage, now);
            }
        }

        course.Advance(now);
        course.Forecast(now, ForecastReason.Payment);
        return course.Change;
    }

    /// <summary>
    /// The order that pays it expired or was withdrawn: the project ends as cancelled, with that as the reason, until it is paid after all. One
    /// that money came for, or that is completed, is left alone; given back whole, nothing is paid of it, and it ends all the same.
    /// </summary>
    public static ProjectChange EndUnpaid(ProjectTerms terms, ProjectState project, SuspensionCause cause, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (cause == SuspensionCause.OrderRefunded)
        {
            var nothing = Money.Zero(course.Project.Total.Currency);
            course.Project = course.Project with { Paid = nothing, PaidAt = null, RefundedAt = now };
            course.Tell(new ProjectPaid(now, nothing, false));
        }

        return course.Project is { Paid.IsPositive: false, CompletedAt: null } ? End(course, cause, now) : course.Change;
    }

    /// <summary>The customer left for good, whatever was paid: nothing goes on, not even what was still to come of one that is completed.</summary>
    public static ProjectChange Leave(ProjectTerms terms, ProjectState project, Instant now) =>
        End(ProjectCourse.At(terms, project, now), SuspensionCause.CustomerLeft, now);

    /// <summary>Suspends a project because what is asked for is more than what was contracted, until it is agreed (SEN-03).</summary>
    public static Result<ProjectChange> SendToSales(ProjectTerms terms, ProjectState project, string? reason, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (Standing(course) is { } standing)
        {
            return standing;
        }

        if (course.Project.CompletedAt is { } completed)
        {
            return new ProjectAlreadyCompleted(completed);
        }

        if (TextFault(reason, new ProjectReasonMissing()) is { } fault)
        {
            return fault;
        }

        course.Suspend(SuspensionCause.Sales, null, now);
        return course.Change;
    }

    /// <summary>
    /// The house brings a project back: what was missed gets its whole time again, everything else what it had left. One whose order ended
    /// comes back by its payment alone, and one whose customer left, or got its money back, does not.
    /// </summary>
    public static Result<ProjectChange> Resume(ProjectTerms terms, ProjectState project, Instant now)
    {
        var course = ProjectCourse.At(terms, project, now);
        if (course.Project.Suspension is null)
        {
            return new ProjectGoesOn();
        }

        if (course.Project.Suspension.IsEnd)
        {
            return course.Project.Suspension.Cause is SuspensionCause.CustomerLeft or SuspensionCause.OrderRefunded
                ? Standing(course)!
                : new BalanceDue(course.Project.DueWithOrder);
        }

        course.Resume(now);
        course.Advance(now);
        course.Forecast(now, ForecastReason.Resumed);
        return course.Change;
    }

    /// <summary>Why nothing is sold or asked for any more on a project that ended; null for one that did not, and for one that is completed.</summary>
    public static ProjectStandsStill? Ended(ProjectState project) =>
        project is { CompletedAt: null, Suspension: { IsEnd: true } ended } ? new ProjectStandsStill(ended.At, ended.Cause) : null;

    private static ProjectChange End(ProjectCourse course, SuspensionCause cause, Instant now)
    {
        if (course.Project.Suspension is not { IsEnd: true })
        {
            if (course.Project.Suspension is not null)
            {
                course.Resume(now);
            }

            course.Suspend(cause, null, now);
        }

        return course.Change;
    }

    private static ProjectStandsStill? Standing(ProjectCourse course) =>
        course.Project.Suspension is { } suspension ? new ProjectStandsStill(suspension.At, suspension.Cause) : null;

    /// <summary>Why a project that stands still does not come back by an answer in that stage; null when it does, or goes on.</summary>
    private static ProjectStandsStill? Standing(ProjectCourse course, ProjectStage stage) =>
        stage.SuspensionEnd == SuspensionEnd.Answer && course.Project.Suspension?.StageKey == stage.Key ? null : Standing(course);

    /// <summary>Brings a project back that was suspended for want of this answer.</summary>
    private static void Answer(ProjectCourse course, ProjectStage stage, Instant now)
    {
        if (course.Project.Suspension is { } suspension && suspension.StageKey == stage.Key && stage.SuspensionEnd == SuspensionEnd.Answer)
        {
            course.Resume(now);
        }
    }

    private static Refusal? TextFault(string? text, Refusal missing) =>
        string.IsNullOrWhiteSpace(text) ? missing : text.Length > MostText ? new ProjectTextTooLong(MostText) : null;

    /// <summary>Why a stage cannot be worked in; null when it runs.</summary>
    private static Refusal? NotRunning(ProjectCourse course, ProjectStage stage)
    {
        var stands = course.Stage(stage.Key);
        return stands.Status switch
        {
            StageStatus.Running => null,
            StageStatus.Over => new StageAlreadyOver(stage.Key, stands.EndedAt!.Value),
            StageStatus.Waiting or StageStatus.Ready =>
                new StageNotBegun(stage.Key, [.. stage.After.Where(before => !course.Stage(before).IsOver)]),
        };
    }
}
