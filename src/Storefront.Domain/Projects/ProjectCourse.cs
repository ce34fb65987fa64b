using NodaTime;

namespace Storefront.Domain.Projects;

/// <summary>
/// A project while a rule works on it: what stages do when they begin and end, and what follows from that. Nothing here looks at a clock; every
/// step is taken at the instant that it is told.
/// </summary>
internal sealed partial class ProjectCourse(ProjectTerms terms, ProjectState project)
{
    private readonly List<ProjectEvent> events = [];

    public ProjectTerms Terms => terms;

    public ProjectTemplate Template => terms.Template;

    public ProjectState Project { get; set; } = project;

    public ProjectChange Change => new(Project, [.. events]);

    public void Tell(ProjectEvent happened) => events.Add(happened);

    /// <summary>The project as it is when everything that was due until then, inclusive, has happened.</summary>
    public static ProjectCourse At(ProjectTerms terms, ProjectState project, Instant now)
    {
        var course = new ProjectCourse(terms, project);
        course.Settle(now);
        return course;
    }

    public StageState Stage(string key) => Project.Find(key)!;

    public void Set(StageState stage) => Project = Project with
    {
        Stages = [.. Project.Stages.Select(other => other.Key == stage.Key ? stage : other)],
    };

    /// <summary>Begins every stage that can begin, and ends those that nothing is left to do in.</summary>
    public void Advance(Instant at)
    {
        while (Project.Suspension is null && Template.Stages.FirstOrDefault(CanBegin) is { } stage)
        {
            if (StartDayOf(stage, at) is { } day)
            {
                if (Project.StartsOn != day)
                {
                    Project = Project with { StartsOn = day };
                    Tell(new ProjectStartSet(at, day));
                }

                if (terms.StartOf(day) is var midnight && midnight > at)
                {
                    Set(Stage(stage.Key) with { Status = StageStatus.Ready, NextAt = midnight });
                    continue;
                }
            }

            Begin(stage, at);
        }
    }

    /// <summary>A stage's turn begins, with its whole time.</summary>
    public void Begin(ProjectStage stage, Instant at)
    {
        var firstDay = stage.Start == StageStart.NextDay ? Project.StartsOn : null;
        TurnTo(stage, stage.Owner, at, terms.DueOf(stage.Within, at, firstDay));
        if (stage.Within?.Unit == StageUnit.PackageDelivery && Project.StartsOn is null)
        {
            Project = Project with { StartsOn = terms.Calendar.DateOf(at) };
            Tell(new ProjectStartSet(at, Project.StartsOn.Value));
        }

        if (HasNothingLeft(stage))
        {
            End(stage, at);
        }
    }

    /// <summary>It is somebody's turn in a stage, from then on.</summary>
    public void TurnTo(ProjectStage stage, StageOwner owner, Instant at, Instant? due)
    {
        var before = Stage(stage.Key);
        CloseTurn(stage.Key, at);
        Set(before with
        {
            Status = StageStatus.Running,
            Round = before.Round + 1,
            BegunAt = at,
            DueAt = due,
            NextAt = due is { } next ? Instant.Max(next, at) : null,
            Notices = 0,
            Alerted = false,
            Correcting = owner != stage.Owner,
            AnnouncedFor = null,
            EndedAt = null,
        });
        Project = Project with { Turns = Project.Turns.Add(new Turn(stage.Key, owner, at, null, due)) };
        Tell(new StageBegun(at, stage.Key, before.Round + 1, owner, due));
    }

    /// <summary>A stage is over; what comes after it begins.</summary>
    public void End(ProjectStage stage, Instant at)
    {
        CloseTurn(stage.Key, at);
        Set(Stage(stage.Key) with { Status = StageStatus.Over, NextAt = null, EndedAt = at, Correcting = false });
        Tell(new StageEnded(at, stage.Key));
        if (stage.Key == Template.DeliveryKey && Project.DeliveredAt is null)
        {
            Project = Project with { DeliveredAt = at };
            Tell(new ProjectDelivered(at));
            if (!Project.IsFullyPaid)
            {
                Tell(new BalanceAsked(at, Project.Balance));
            }
        }

        if (Project.CompletedAt is null && (Template.CompletionKey is { } last ? last == stage.Key : Project.Stages.All(other => other.IsOver)))
        {
            Project = Project with { CompletedAt = at };
            Tell(new ProjectCompleted(at));
        }

        Advance(at);
    }

    public void CloseTurn(string? stageKey, Instant at) => Project = Project with
    {
        Turns = [.. Project.Turns.Select(turn => turn.To is null && turn.StageKey == stageKey ? turn with { To = at } : turn)],
    };

    /// <summary>Why the expected delivery moves when a stage ends: by whoever let its time pass, or as work goes.</summary>
    public ForecastReason ReasonToEnd(ProjectStage stage, Instant at)
    {
        var stands = Stage(stage.Key);
        return stands.DueAt is not { } due || at <= due ? ForecastReason.Progress
            : stage.Owner == StageOwner.Customer && !stands.Correcting ? ForecastReason.CustomerLate
            : ForecastReason.HouseLate;
    }

    /// <summary>Tells the expected delivery where it is not the one told before.</summary>
    public void Forecast(Instant at, ForecastReason reason)
    {
        var before = Project.Forecasts.LastOrDefault();
        if (Project.DeliveredAt is null && ProjectForecast.DeliveryOf(terms, Project, at) is var date && (before is null || before.Date != date))
        {
            Project = Project with { Forecasts = Project.Forecasts.Add(new Forecast(at, date, reason)) };
            Tell(new DeliveryForecast(at, before?.Date, date, reason));
        }
    }

    /// <summary>Whether the inputs are all here, which is no matter of turns: accepted ones stay so.</summary>
    public bool InputsHere => Project.Inputs.All(input => input.IsHere);

    private bool CanBegin(ProjectStage stage) => Stage(stage.Key).Status == StageStatus.Waiting && MayBegin(stage);

    private bool MayBegin(ProjectStage stage) => stage.After.All(before => Stage(before).IsOver)
        && stage.Needs.All(need => need switch { StageNeed.FullPayment => Project.IsFullyPaid });

    private bool HasNothingLeft(ProjectStage stage) => stage.End switch
    {
        StageEnd.OrderPlaced => true,
        StageEnd.Payment => Project.PaidAt is not null,
        StageEnd.FullPayment => Project.IsFullyPaid,
        StageEnd.InputsGiven => InputsHere,
        StageEnd.InputsAccepted => Project.Inputs.All(input => input.Status == InputStatus.Accepted),
        StageEnd.Done or StageEnd.Approval or StageEnd.Access or StageEnd.Meeting or StageEnd.Authorisation or StageEnd.Time => false,
    };

    /// <summary>The day after the last of order, payment and inputs (TEC-06); null where a stage begins at once.</summary>
    private LocalDate? StartDayOf(ProjectStage stage, Instant at)
    {
        if (stage.Start != StageStart.NextDay)
        {
            return null;
        }

        var last = Project.Inputs.Select(input => input.GivenAt).Append(Project.PaidAt).Append(Project.OrderedAt).Max() ?? at;
        return terms.Calendar.DateOf(last).PlusDays(1);
    }
}
