using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;

namespace Storefront.Features.Plans;

/// <summary>The catalogue, which anybody may read.</summary>
[QueryType]
public static class PlanQueries
{
    /// <summary>The plans on offer, lowest rank first.</summary>
    [ListSize(AssumedSize = 6)]
    public static IReadOnlyList<Plan> Plans(Handbook handbook) => handbook.Plans.Plans;

    /// <summary>A plan by its key; null when there is none.</summary>
    /// <param name="key">The plan's key, such as `business`.</param>
    /// <param name="handbook">The house's.</param>
    public static Plan? Plan(string key, Handbook handbook) => handbook.Plans.Find(key);

    /// <summary>What is bought once and becomes a project, in the order it is shown; empty where the house sells none.</summary>
    [ListSize(AssumedSize = 6)]
    public static IReadOnlyList<Package> Packages(Handbook handbook) => handbook.Packages;

    /// <summary>A package by its key; null when there is none.</summary>
    /// <param name="key">The package's key, such as `website`.</param>
    /// <param name="handbook">The house's.</param>
    public static Package? Package(string key, Handbook handbook) => handbook.FindPackage(key);
}
