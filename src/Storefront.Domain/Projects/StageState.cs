using NodaTime;

namespace Storefront.Domain.Projects;

/// <summary>A stage of a project as it stands.</summary>
/// <param name="Key">The template's.</param>
/// <param name="Status">Where it stands.</param>
public sealed record StageState(string Key, StageStatus Status = StageStatus.Waiting)
{
    /// <summary>How often its turn began: again when it was resumed, or corrections were asked for or done. Notices are numbered within a round.</summary>
    public int Round { get; init; }

    /// <summary>When it last began; null when it never did.</summary>
    public Instant? BegunAt { get; init; }

    /// <summary>By when it should be over; null when that is open. A notice moves what the customer has, not this.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>When the clock does the next thing to it: begins it, reminds, alerts, suspends, finds it late or ends it; null for nothing.</summary>
    public Instant? NextAt { get; init; }

    /// <summary>The notices sent in this round.</summary>
    public int Notices { get; init; }

    /// <summary>Whether the suspension alert was sent in this round.</summary>
    public bool Alerted { get; init; }

    /// <summary>Whether the house corrects something before it is the customer's turn again.</summary>
    public bool Correcting { get; init; }

    /// <summary>When its meeting begins; null when none is booked.</summary>
    public Instant? BookedFor { get; init; }

    /// <summary>How long its meeting takes.</summary>
    public int? BookedMinutes { get; init; }

    /// <summary>The day on which the house now thinks to be ready; null for the day it is due.</summary>
    public LocalDate? AnnouncedFor { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public Instant? EndedAt { get; init; }

    public bool IsOver => Status == StageStatus.Over;

    public bool IsRunning => Status == StageStatus.Running;
}

/// <summary>Where a stage stands.</summary>
public enum StageStatus
{
    /// <summary>It waits for other stages, or a payment.</summary>
    Waiting,

    /// <summary>It begins on a day that is known.</summary>
    Ready,

    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It has ended.</summary>
    Over,
}

/// <summary>An input as it stands.</summary>
/// <param name="Key">The template's.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Use">Where it will be used, in the customer's words; null before it was given (TEC-05).</param>
/// <param name="GivenAt">When it was last given.</param>
/// <param name="Reason">Why it came back; null when it did not.</param>
public sealed record InputState(
    string Key, InputStatus Status = InputStatus.Missing, string? Use = null, Instant? GivenAt = null, string? Reason = null)
{
    public bool IsHere => Status is InputStatus.Given or InputStatus.Accepted;
}

/// <summary>Where an input stands.</summary>
public enum InputStatus
{
    /// <summary>It is asked for.</summary>
    Missing,

    /// <summary>It was handed over and is to be checked.</summary>
    Given,

    /// <summary>It is as it should be.</summary>
    Accepted,

    /// <summary>It came back, with a reason.</summary>
    Returned,
}

/// <summary>A task of a stage.</summary>
/// <param name="Key">Unique in the project; for what was contracted, the item's.</param>
/// <param name="StageKey">The stage.</param>
/// <param name="Extra">Whether it is beyond the contract, and was approved (SEN-05).</param>
/// <param name="FinishedAt">When it was finished; null when it is not.</param>
public sealed record TaskState(string Key, string StageKey, bool Extra = false, Instant? FinishedAt = null);
