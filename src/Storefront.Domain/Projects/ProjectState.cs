using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>A project as the rules see it.</summary>
/// <param name="Id">Its id in the account.</param>
/// <param name="OrderedAt">When its order was placed.</param>
/// <param name="Total">What it costs, tax included.</param>
/// <param name="DueWithOrder">What of it is due with the order (SEN-10).</param>
/// <param name="Paid">What of it is paid.</param>
/// <param name="PaidAt">When what is due with the order was paid; null when it is not.</param>
/// <param name="Stages">Its stages, in the template's order.</param>
/// <param name="Inputs">What the customer hands over, in the template's order.</param>
/// <param name="Tasks">What its stages consist of; a stage without any is one task itself.</param>
/// <param name="Turns">Whose turn it was, from when to when; several at once where stages go on at once.</param>
/// <param name="Forecasts">The expected deliveries that were told, the last one in force.</param>
/// <param name="RevisionsUsed">How many rounds of corrections were asked for.</param>
/// <param name="StartsOn">The day it starts on, in the house's zone; null before that is known (TEC-06).</param>
/// <param name="Suspension">Why it stands still; null when it goes on.</param>
/// <param name="DeliveredAt">When it was delivered; the delivery record is of then (SEN-09).</param>
/// <param name="CompletedAt">When it was completed.</param>
/// <param name="WithdrawnTasks">How many extra tasks were taken out of it again; their keys are not given anew.</param>
/// <param name="RefundedAt">When the house had given back all that was paid, so that nothing is owed; null when it has not.</param>
public sealed record ProjectState(
    ProjectId Id,
    Instant OrderedAt,
    Money Total,
    Money DueWithOrder,
    Money Paid,
    Instant? PaidAt,
    ImmutableArray<StageState> Stages,
    ImmutableArray<InputState> Inputs,
    ImmutableArray<TaskState> Tasks,
    ImmutableArray<Turn> Turns,
    ImmutableArray<Forecast> Forecasts,
    int RevisionsUsed = 0,
    LocalDate? StartsOn = null,
    Suspension? Suspension = null,
    Instant? DeliveredAt = null,
    Instant? CompletedAt = null,
    int WithdrawnTasks = 0,
    Instant? RefundedAt = null)
{
    public bool IsFullyPaid => Paid >= Total;

    public ProjectStatus Status => Suspension is { IsEnd: true } ? CompletedAt is null ? ProjectStatus.Canceled : ProjectStatus.Completed
        : Suspension is { Cause: SuspensionCause.Sales } ? ProjectStatus.WithSales
        : Suspension is not null ? ProjectStatus.Suspended
        : CompletedAt is not null ? ProjectStatus.Completed
        : StartsOn is not null || DeliveredAt is not null ? ProjectStatus.InProgress
        : ProjectStatus.Preparing;

    /// <summary>When the clock will do something to it; null when it will not.</summary>
    public Instant? NextAt => Suspension is not null ? null : Stages.Min(stage => stage.NextAt);

    /// <summary>The stage of that key; null when there is none.</summary>
    public StageState? Find(string stageKey) => Stages.FirstOrDefault(stage => stage.Key == stageKey);

    /// <summary>What is left to pay; never less than nothing.</summary>
    public Money Balance => IsFullyPaid || RefundedAt is not null ? Money.Zero(Total.Currency) : Total - Paid;
}

/// <summary>Where a project stands.</summary>
public enum ProjectStatus
{
    /// <summary>It is paid and furnished with what it needs.</summary>
    Preparing,

    /// <summary>It is made.</summary>
    InProgress,

    /// <summary>It stands still, because the customer did not answer.</summary>
    Suspended,

    /// <summary>It stands still until it is agreed what is to be made (SEN-03).</summary>
    WithSales,

    /// <summary>It is finished (TEC-12).</summary>
    Completed,

    /// <summary>The order that pays it ended unpaid, or its customer left, and nothing is done on it; paid after all it comes back.</summary>
    Canceled,
}

/// <summary>Why and since when a project stands still.</summary>
/// <param name="At">Since when.</param>
/// <param name="Cause">Why.</param>
/// <param name="StageKey">The stage in which the customer did not answer; null for any other cause.</param>
public sealed record Suspension(Instant At, SuspensionCause Cause, string? StageKey)
{
    /// <summary>Whether its order ended or its customer left, so that nobody resumes it.</summary>
    public bool IsEnd => Cause.IsEnd();
}

/// <summary>Why a project stands still.</summary>
public enum SuspensionCause
{
    /// <summary>The customer did not answer, for all the notices.</summary>
    NoAnswer,

    /// <summary>More was asked for than was contracted, and the customer does not go on meanwhile (SEN-03).</summary>
    Sales,

    /// <summary>Its order was not paid in time.</summary>
    OrderExpired,

    /// <summary>The customer withdrew its order.</summary>
    OrderWithdrawn,

    /// <summary>The customer left for good: its account was erased (FLU-25).</summary>
    CustomerLeft,

    /// <summary>The house gave back all that was paid for it.</summary>
    OrderRefunded,
}

/// <summary>A stretch in which a stage was somebody's turn.</summary>
/// <param name="StageKey">The stage; null while the project stood still with sales, or its order had ended.</param>
/// <param name="Owner">Whose turn it was.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; null while it lasts.</param>
/// <param name="DueAt">By when it should have been over; null when that was open. A suspended stage is late from its beginning.</param>
public sealed record Turn(string? StageKey, StageOwner Owner, Instant From, Instant? To, Instant? DueAt);

/// <summary>An expected delivery that was told.</summary>
/// <param name="At">When it was told.</param>
/// <param name="Date">The day, in the house's zone; null while nobody can tell.</param>
/// <param name="Reason">Why it is not the one before.</param>
public sealed record Forecast(Instant At, LocalDate? Date, ForecastReason Reason);

/// <summary>Why the expected delivery is another one.</summary>
public enum ForecastReason
{
    /// <summary>The order was placed: the first one.</summary>
    Ordered,

    /// <summary>A payment came, or was taken back.</summary>
    Payment,

    /// <summary>An input came, was accepted or came back.</summary>
    Inputs,

    /// <summary>A stage ended earlier or later than was thought.</summary>
    Progress,

    /// <summary>The customer did not answer in time.</summary>
    CustomerLate,

    /// <summary>The house was not ready in time.</summary>
    HouseLate,

    /// <summary>Something is corrected within scope.</summary>
    Revision,

    /// <summary>A meeting was booked.</summary>
    Meeting,

    /// <summary>It stands still.</summary>
    Stopped,

    /// <summary>It goes on again.</summary>
    Resumed,

    /// <summary>The house gave another day, with its reason.</summary>
    Announced,
}
