using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>The house has no plan of that key.</summary>
/// <param name="PlanKey">What was asked for.</param>
/// <param name="Known">The keys of the plans that there are.</param>
public sealed record UnknownPlan(string PlanKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_PLAN";
}
