namespace Storefront.Domain.Projects;

/// <summary>How long a stage may take.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Amount">How many, from 1; 0 where the package says it.</param>
public sealed record StageTime(StageUnit Unit, int Amount);

/// <summary>What a stage's time counts.</summary>
public enum StageUnit
{
    /// <summary>Days on which the house opens.</summary>
    BusinessDays,

    /// <summary>Days of the calendar.</summary>
    CalendarDays,

    /// <summary>Hours, day and night.</summary>
    ClockHours,

    /// <summary>The business days that the package promises.</summary>
    PackageDelivery,
}
