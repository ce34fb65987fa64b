using NodaTime;

namespace Storefront.Domain.Projects;

/// <content>What time does: begins, reminds, alerts, suspends, finds late, and ends (COM-07).</content>
internal sealed partial class ProjectCourse
{
    /// <summary>Does everything that fell due until then, inclusive, each at its own instant and in order.</summary>
    public void Settle(Instant now)
    {
        while (Project.NextAt is { } at && at <= now)
        {
            var due = Project.Stages.First(stage => stage.NextAt == at);
            Step(Template.Stage(due.Key), due, at);
        }
    }

    /// <summary>The next notice, the alert, or time anew where both were used: what an answer that is not enough is followed by (TEC-04).</summary>
    public void Remind(ProjectStage stage, Instant at)
    {
        if (!TryRemind(stage, at))
        {
            Set(Stage(stage.Key) with { NextAt = stage.AlertBusinessDays is { } days ? After(at, days) : Terms.DueOf(stage.Within, at) });
        }
    }

    public void Suspend(SuspensionCause cause, string? stageKey, Instant at)
    {
        foreach (var running in Project.Stages.Where(stage => stage.IsRunning))
        {
            CloseTurn(running.Key, at);
        }

        Project = Project with
        {
            Suspension = new Suspension(at, cause, stageKey),
            Turns = Project.Turns.Add(new Turn(
                stageKey, cause == SuspensionCause.NoAnswer ? StageOwner.Customer : StageOwner.Nobody, at, null, cause == SuspensionCause.NoAnswer ? at : null)),
        };
        Tell(new ProjectSuspended(at, cause, stageKey));
        Forecast(at, ForecastReason.Stopped);
    }

    /// <summary>Everything goes on: the stage that was missed anew, the others with the time that they had left.</summary>
    public void Resume(Instant at)
    {
        var suspension = Project.Suspension!;
        CloseTurn(suspension.StageKey, at);
        Project = Project with { Suspension = null };
        Tell(new ProjectResumed(at, suspension.StageKey));
        foreach (var stage in Project.Stages.Where(stage => stage.Status is StageStatus.Running or StageStatus.Ready))
        {
            var known = Template.Stage(stage.Key);
            if (stage.Key == suspension.StageKey)
            {
                TurnTo(known, known.Owner, at, Terms.DueOf(known.Within, at));
            }
            else if (stage.Status == StageStatus.Ready)
            {
                Set(stage with { NextAt = Instant.Max(stage.NextAt!.Value, at) });
            }
            else
            {
                GoOn(known, stage, suspension.At, at);
            }
        }
    }

    private void GoOn(ProjectStage stage, StageState stood, Instant stopped, Instant at)
    {
        var time = stood.Correcting ? stage.Corrections : stage.Within;
        var due = stood.DueAt is { } old ? Terms.Shifted(time, old, stopped, at) : (Instant?)null;
        Set(stood with
        {
            DueAt = due,
            NextAt = stood.NextAt is { } next ? Instant.Max(at, Terms.Shifted(time, next, stopped, at)) : null,
        });
        Project = Project with
        {
            Turns = Project.Turns.Add(new Turn(stage.Key, stood.Correcting ? StageOwner.House : stage.Owner, at, null, due)),
        };
    }

    private void Step(ProjectStage stage, StageState due, Instant at)
    {
        if (due.Status == StageStatus.Ready && !MayBegin(stage))
        {
            // What it came after was begun again meanwhile, or its payment went back.
            Set(due with { Status = StageStatus.Waiting, NextAt = null });
            Forecast(at, ForecastReason.Progress);
        }
        else if (due.Status == StageStatus.Ready)
        {
            Begin(stage, at);
            Forecast(at, ForecastReason.Progress);
        }
        else if (stage.End == StageEnd.Time)
        {
            End(stage, at);
            Forecast(at, ForecastReason.Progress);
        }
        else if (stage.Owner == StageOwner.Customer && !due.Correcting)
        {
            if (TryRemind(stage, at))
            {
                return;
            }

            if (due.Alerted && Project.CompletedAt is null)
            {
                Set(due with { NextAt = null });
                Suspend(SuspensionCause.NoAnswer, stage.Key, at);
            }
            else
            {
                Overdue(due, StageOwner.Customer, at);
            }
        }
        else
        {
            Overdue(due, StageOwner.House, at);
        }
    }

    private void Overdue(StageState due, StageOwner owner, Instant at)
    {
        Set(due with { NextAt = null });
        Tell(new StageOverdue(at, due.Key, owner));
        Forecast(at, owner == StageOwner.House ? ForecastReason.HouseLate : ForecastReason.CustomerLate);
    }

    private bool TryRemind(ProjectStage stage, Instant at)
    {
        var stands = Stage(stage.Key);
        if (stage.Notices is { } notices && stands.Notices < notices.Count)
        {
            var until = After(at, notices.BusinessDays);
            Set(stands with { Notices = stands.Notices + 1, NextAt = until });
            Tell(new NoticeSent(at, stage.Key, stands.Round, stands.Notices + 1, until));
        }
        else if (stage.AlertBusinessDays is { } days && !stands.Alerted)
        {
            var until = After(at, days);
            Set(stands with { Alerted = true, NextAt = until });
            Tell(new SuspensionAlertSent(at, stage.Key, stands.Round, until));
        }
        else
        {
            return false;
        }

        Forecast(at, ForecastReason.CustomerLate);
        return true;
    }

    private Instant After(Instant at, int businessDays) => Terms.Calendar.AddBusinessDays(at, businessDays);
}
