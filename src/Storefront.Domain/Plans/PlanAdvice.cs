using System.Collections.Immutable;

namespace Storefront.Domain.Plans;

/// <summary>What the calculator answers, with everything that its reasons are worded from.</summary>
/// <param name="NeededMinutes">The need that was asked about, a month.</param>
/// <param name="Reason">Why the plan is named.</param>
/// <param name="Recommended">The plan that fits.</param>
/// <param name="NextBelow">The plan of the next lower rank and what it would lack; null for the lowest.</param>
/// <param name="Options">Every plan that is sold so, by rank.</param>
public sealed record PlanAdvice(
    int NeededMinutes,
    PlanAdviceReason Reason,
    PlanFit Recommended,
    PlanFit? NextBelow,
    ImmutableArray<PlanFit> Options);
