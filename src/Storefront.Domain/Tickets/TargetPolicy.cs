namespace Storefront.Domain.Tickets;

/// <summary>One promise of a class, running from when the ticket was opened (FLU-14).</summary>
/// <param name="ClassKey">The class it is made to.</param>
/// <param name="Kind">What is promised.</param>
/// <param name="Within">How long it may take.</param>
/// <param name="PlanKey">Only for customers of that plan, before one for all plans (FEN-16); null for all.</param>
public sealed record TargetPolicy(string ClassKey, TargetKind Kind, TargetDuration Within, string? PlanKey = null);

/// <summary>How long a promise gives.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Amount">How many, from 1; 0 where the unit is a fixed end.</param>
public readonly record struct TargetDuration(TargetUnit Unit, int Amount);

/// <summary>What is promised.</summary>
public enum TargetKind
{
    /// <summary>Work has begun.</summary>
    Start,

    /// <summary>Somebody of the house has answered (ALF-06, FEN-16).</summary>
    FirstAnswer,

    /// <summary>A workaround is in place (FLU-16).</summary>
    Workaround,

    /// <summary>It is solved.</summary>
    Resolution,

    /// <summary>It has been planned.</summary>
    PlannedBy,

    /// <summary>It has been studied, and what comes of it is known (ALF-07).</summary>
    Analysis,
}

/// <summary>What a target counts.</summary>
public enum TargetUnit
{
    /// <summary>Hours in which the house is open.</summary>
    BusinessHours,

    /// <summary>Hours, day and night.</summary>
    ClockHours,

    /// <summary>Days on which the house opens.</summary>
    BusinessDays,

    /// <summary>The close of the last business day of the week; the next week's when opened after it.</summary>
    EndOfBusinessWeek,
}
