using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions.Rehearsal;

/// <summary>A billing period that is replayed.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Uses">The work of it.</param>
public sealed record RehearsedPeriod(Instant Start, Instant End, IReadOnlyList<RehearsedUse> Uses);

/// <summary>Work that is replayed.</summary>
/// <param name="At">When it was done, in the period.</param>
/// <param name="Minutes">What it cost, from 1.</param>
public readonly record struct RehearsedUse(Instant At, int Minutes);

/// <summary>How a plan would have served.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Price">By the month or by the year.</param>
/// <param name="Cost">Net, of all periods: of a yearly price the share of the year, and what overage would have cost.</param>
/// <param name="OverageCost">Net, of that what work beyond the included hours would have cost.</param>
/// <param name="UncoveredMinutes">Work that could not have been done, where the house refuses what goes beyond.</param>
/// <param name="OverageMinutes">Work that would have been billed by itself.</param>
/// <param name="AdvancedMinutes">What would have been brought forward.</param>
/// <param name="LapsedMinutes">What would have lapsed unused.</param>
/// <param name="RolledOverMinutes">What would have rolled over.</param>
public sealed record RehearsedPlan(
    Plan Plan,
    PlanPrice Price,
    Money Cost,
    Money OverageCost,
    int UncoveredMinutes,
    int OverageMinutes,
    int AdvancedMinutes,
    int LapsedMinutes,
    int RolledOverMinutes);
