using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>The project stands still, and this does not bring it back.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Cause">Why.</param>
public sealed record ProjectStandsStill(Instant Since, SuspensionCause Cause) : Refusal
{
    public override string Code => "PROJECT_STANDS_STILL";
}

/// <summary>The project does not stand still, so there is nothing to resume.</summary>
public sealed record ProjectGoesOn : Refusal
{
    public override string Code => "PROJECT_GOES_ON";
}

/// <summary>The project is completed.</summary>
/// <param name="CompletedAt">When it was completed.</param>
public sealed record ProjectAlreadyCompleted(Instant CompletedAt) : Refusal
{
    public override string Code => "PROJECT_ALREADY_COMPLETED";
}

/// <summary>The project has no such stage.</summary>
/// <param name="StageKey">The stage.</param>
/// <param name="Known">The keys of the ones that there are.</param>
public sealed record UnknownStage(string StageKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_STAGE";
}

/// <summary>The stage has not begun, so nothing in it can be done.</summary>
/// <param name="StageKey">The stage.</param>
/// <param name="WaitsFor">The stages that have to be over first; empty when it waits for a payment or a day.</param>
public sealed record StageNotBegun(string StageKey, ImmutableArray<string> WaitsFor) : Refusal
{
    public override string Code => "STAGE_NOT_BEGUN";
}

/// <summary>The stage is over; it is not done twice.</summary>
/// <param name="StageKey">The stage.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record StageAlreadyOver(string StageKey, Instant EndedAt) : Refusal
{
    public override string Code => "STAGE_ALREADY_OVER";
}

/// <summary>It is somebody else's turn.</summary>
/// <param name="StageKey">The stage.</param>
/// <param name="Owner">Whose turn it is.</param>
public sealed record NotYourTurn(string StageKey, StageOwner Owner) : Refusal
{
    public override string Code => "NOT_YOUR_TURN";
}

/// <summary>The stage does not end by somebody saying so.</summary>
/// <param name="StageKey">The stage.</param>
/// <param name="End">What ends it.</param>
public sealed record StageEndsOtherwise(string StageKey, StageEnd End) : Refusal
{
    public override string Code => "STAGE_ENDS_OTHERWISE";
}

/// <summary>The stage has tasks that are not finished.</summary>
/// <param name="Tasks">How many are not finished.</param>
public sealed record TasksLeft(int Tasks) : Refusal
{
    public override string Code => "TASKS_LEFT";
}

/// <summary>The project has no such task.</summary>
/// <param name="TaskKey">The task.</param>
public sealed record UnknownTask(string TaskKey) : Refusal
{
    public override string Code => "UNKNOWN_TASK";
}

/// <summary>The project has that task already, or the task is finished already.</summary>
/// <param name="TaskKey">The task.</param>
/// <param name="FinishedAt">When it was finished; null when it is not.</param>
public sealed record TaskAlreadyThere(string TaskKey, Instant? FinishedAt) : Refusal
{
    public override string Code => "TASK_ALREADY_THERE";
}

/// <summary>The rest has to be paid first (TEC-09, SEN-09).</summary>
/// <param name="Balance">What is left to pay.</param>
public sealed record BalanceDue(Money Balance) : Refusal
{
    public override string Code => "BALANCE_DUE";
}

/// <summary>Work beyond the contract waits until the original is finished (TEC-08).</summary>
/// <param name="Expected">When it is expected to be finished; null while nobody can tell.</param>
public sealed record OriginalNotFinished(LocalDate? Expected) : Refusal
{
    public override string Code => "ORIGINAL_NOT_FINISHED";
}

/// <summary>A project is suspended, resumed, or given another day, only with a reason.</summary>
public sealed record ProjectReasonMissing : Refusal
{
    public override string Code => "PROJECT_REASON_MISSING";
}

/// <summary>The day has passed.</summary>
/// <param name="Today">The first day that can be given.</param>
public sealed record DayInThePast(LocalDate Today) : Refusal
{
    public override string Code => "DAY_IN_THE_PAST";
}

/// <summary>The day is years ahead.</summary>
/// <param name="Latest">The last day that can be given.</param>
public sealed record DayTooFar(LocalDate Latest) : Refusal
{
    public override string Code => "DAY_TOO_FAR";
}
