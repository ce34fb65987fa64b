using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;

namespace Storefront.Features.Projects;

/// <summary>How a project is going.</summary>
[ObjectType("ProjectProgress")]
public sealed class ProjectProgressView(ProjectReport report)
{
    /// <summary>Finished tasks of all tasks, in whole percents rounded down.</summary>
    public int Percent => report.Percent;

    /// <summary>How many tasks are finished; a stage without any counts as one.</summary>
    public int FinishedTasks => report.FinishedTasks;

    /// <summary>How many there are.</summary>
    public int TaskCount => report.Tasks;

    /// <summary>The expected delivery, or the day of it; null while it stands still.</summary>
    public LocalDate? ExpectedDelivery => report.Delivery;

    /// <summary>What it waits for.</summary>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<ProjectWaitView> Waits => [.. report.Waits.Select(wait => new ProjectWaitView(wait))];
}

/// <summary>Something that a project waits for.</summary>
[ObjectType("ProjectWait")]
public sealed class ProjectWaitView(ProjectWait wait)
{
    /// <summary>The stage.</summary>
    public string StageKey => wait.StageKey;

    /// <summary>From whom.</summary>
    public StageOwner Owner => wait.Owner;

    /// <summary>By when it should be there; null when that is open.</summary>
    public Instant? DueAt => wait.DueAt;

    /// <summary>Until when the customer has, notices included; null when that is open, or somebody else's.</summary>
    public Instant? AnswerBy => wait.AnswerBy;

    /// <summary>From when the project stands still without it; null while no alert was sent.</summary>
    public Instant? SuspendedFrom => wait.SuspendedFrom;
}

/// <summary>An expected delivery that was told.</summary>
/// <param name="At">When it was told.</param>
/// <param name="Date">The day; null while nobody could tell.</param>
/// <param name="Reason">Why it is not the one before.</param>
[ObjectType("ProjectForecast")]
public sealed record ProjectForecastView(Instant At, LocalDate? Date, ForecastReason Reason);

/// <summary>A stage of a project.</summary>
[ObjectType("ProjectStage")]
public sealed class ProjectStageView(ProjectStage stage, StageState stands)
{
    /// <summary>Its name for programs, unique in the project.</summary>
    public string Key => stage.Key;

    /// <summary>What it is called.</summary>
    public LocalizedText Name => stage.Name;

    /// <summary>What happens in it.</summary>
    public LocalizedText Description => stage.Description;

    /// <summary>Whose turn it is: the house's while it corrects something.</summary>
    public StageOwner Owner => stands.Correcting ? StageOwner.House : stage.Owner;

    /// <summary>Where it stands.</summary>
    public StageStatus Status => stands.Status;

    /// <summary>What ends it.</summary>
    public StageEnd EndsBy => stage.End;

    /// <summary>When it last began; null when it never did.</summary>
    public Instant? BegunAt => stands.BegunAt;

    /// <summary>By when it should be over; null when that is open.</summary>
    public Instant? DueAt => stands.DueAt;

    /// <summary>When it ended; null while it has not.</summary>
    public Instant? EndedAt => stands.EndedAt;

    /// <summary>How many notices were sent since it last began.</summary>
    public int Notices => stands.Notices;

    /// <summary>Whether the suspension alert was sent since it last began.</summary>
    public bool Alerted => stands.Alerted;

    /// <summary>When its meeting begins; null when none is booked.</summary>
    public Instant? BookedFor => stands.BookedFor;

    /// <summary>How long its meeting takes, in minutes.</summary>
    public int? BookedMinutes => stands.BookedMinutes;

    /// <summary>The day on which the house expects to be ready; null for the day it is due.</summary>
    public LocalDate? AnnouncedFor => stands.AnnouncedFor;
}

/// <summary>Something that the customer hands over.</summary>
[ObjectType("ProjectInput")]
public sealed class ProjectInputView(ProjectInput input, InputState stands, GivenInput? given, IReadOnlyList<Attachment> files)
{
    /// <summary>Its name for programs, unique in the project.</summary>
    public string Key => input.Key;

    /// <summary>What it is called.</summary>
    public LocalizedText Name => input.Name;

    /// <summary>What it should be like; null when its name says it.</summary>
    public LocalizedText? Description => input.Description;

    /// <summary>Where it stands.</summary>
    public InputStatus Status => stands.Status;

    /// <summary>Where it will be used; null before it was given.</summary>
    public string? Use => stands.Use;

    /// <summary>When it was last given; null before.</summary>
    public Instant? GivenAt => stands.GivenAt;

    /// <summary>Why it came back; null when it did not.</summary>
    public string? ReturnReason => stands.Reason;

    /// <summary>The input itself where it is text.</summary>
    public string? Text => given?.Text;

    /// <summary>Its files, in order.</summary>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<Attachment> Files => files;
}

/// <summary>A task of a project.</summary>
[ObjectType("ProjectTask")]
public sealed class ProjectTaskView(TaskState task, ProjectTask? kept, LocalizedText? name)
{
    /// <summary>Its name for programs, unique in the project.</summary>
    public string Key => task.Key;

    /// <summary>What it is called.</summary>
    public LocalizedText Title => kept?.Title is { } title ? new LocalizedText(("es", title)) : name ?? new LocalizedText(("es", task.Key));

    /// <summary>The stage.</summary>
    public string StageKey => task.StageKey;

    /// <summary>Whether it is beyond the contract, and was approved.</summary>
    public bool IsExtra => task.Extra;

    /// <summary>When somebody began it; null before.</summary>
    public Instant? StartedAt => kept?.StartedAt;

    /// <summary>When it was finished; null before.</summary>
    public Instant? FinishedAt => task.FinishedAt;
}

/// <summary>A day of a project.</summary>
[ObjectType("ProjectDay")]
public sealed class ProjectDayView(ProjectDay day)
{
    /// <summary>The day, in the house's zone.</summary>
    public LocalDate Date => day.Date;

    /// <summary>Whose turn it was.</summary>
    public StageOwner Owner => day.Owner;

    /// <summary>The key of the stage whose turn it was; null when it was nobody's.</summary>
    public string? StageKey => day.StageKey;

    /// <summary>Whether that stage should have been over on an earlier day.</summary>
    public bool IsLate => day.Late;
}

/// <summary>How many business days of a project were late, and by whom.</summary>
/// <param name="HouseDays">Business days that the house was late.</param>
/// <param name="CustomerDays">Business days that the customer was late.</param>
[ObjectType("ProjectDelays")]
public sealed record ProjectDelaysView(int HouseDays, int CustomerDays);

/// <summary>Why and since when a project stands still.</summary>
/// <param name="At">Since when.</param>
/// <param name="Cause">Why.</param>
/// <param name="StageKey">The stage that was not answered; null when it is with sales.</param>
[ObjectType("ProjectSuspension")]
public sealed record ProjectSuspensionView(Instant At, SuspensionCause Cause, string? StageKey);
