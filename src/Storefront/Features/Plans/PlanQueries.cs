using Storefront.Domain.Houses;
using Storefront.Domain.Plans;

namespace Storefront.Features.Plans;

/// <summary>The catalogue, which anybody may read.</summary>
[QueryType]
public static class PlanQueries
{
    /// <summary>The plans on offer, lowest rank first.</summary>
    [ListSize(AssumedSize = 6)]
    public static IReadOnlyList<Plan> Plans(Handbook handbook) => handbook.Plans.Plans;

    /// <summary>A plan by its key; null when there is none.</summary>
    /// <param name="key">Such as `business`.</param>
    /// <param name="handbook">The house's.</param>
    public static Plan? Plan(string key, Handbook handbook) => handbook.Plans.Find(key);
}
