using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A way in which customers ask for work.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">One sentence: how it is used.</param>
/// <param name="PlanKeys">The plans that include it; empty when all do (FLU-23).</param>
/// <param name="ClassKeys">The classes that it is for; empty when it is for all (SEN-12).</param>
public sealed record Channel(
    string Key, LocalizedText Name, LocalizedText Description, IReadOnlyList<string> PlanKeys, IReadOnlyList<string> ClassKeys)
{
    public bool IsIncludedIn(string planKey) => PlanKeys.Count == 0 || PlanKeys.Contains(planKey);
}
