using System.Collections.Immutable;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>Something that is bought once and becomes a project (TEC-01).</summary>
/// <param name="Key">Its name for programs, unique in the house.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Description">One sentence: what one gets.</param>
/// <param name="PlatformKey">The platform that it is built on; null when that is open.</param>
/// <param name="DeliveryBusinessDays">
/// How many business days it takes from the project's start, as long as the customer keeps its own times (TEC-06); from 1.
/// </param>
/// <param name="ProjectKey">The template by which it is made.</param>
/// <param name="KindKey">The kind of ticket with which it is asked for.</param>
/// <param name="Items">What is contracted, in the order it is shown.</param>
/// <param name="Designs">The designs of which one is chosen in the order; empty when none is.</param>
/// <param name="Parts">How it is paid, in order; empty when all at once (SEN-10).</param>
/// <param name="Prices">What it costs, once for every currency of the house, in its order.</param>
public sealed record Package(
    string Key,
    LocalizedText Name,
    LocalizedText Description,
    string? PlatformKey,
    int DeliveryBusinessDays,
    string ProjectKey,
    string KindKey,
    ImmutableArray<PackageItem> Items,
    ImmutableArray<PackageDesign> Designs,
    ImmutableArray<PackagePart> Parts,
    ImmutableArray<PlanPrice> Prices)
{
    /// <summary>What it costs in that currency; null when it is not sold in it.</summary>
    public PlanPrice? PriceIn(Currency currency) => Prices.FirstOrDefault(price => price.Amount.Currency == currency);

    /// <summary>What is paid of a sum with each part, in order: every part but the last is rounded half up, the last takes the rest.</summary>
    /// <param name="total">What is paid in all.</param>
    public IEnumerable<(PackagePart Part, Money Amount)> SplitOf(Money total)
    {
        var left = total;
        foreach (var (index, part) in Parts.Index())
        {
            var amount = index == Parts.Length - 1 ? left : total.MultiplyByFraction(part.Percent, 100);
            left -= amount;
            yield return (part, amount);
        }
    }
}

/// <summary>A thing that a package contains.</summary>
/// <param name="Key">Its name for programs, unique in the package.</param>
/// <param name="Name">What customers read.</param>
public sealed record PackageItem(string Key, LocalizedText Name);

/// <summary>A design that can be chosen with a package (TEC-06).</summary>
/// <param name="Key">Its name for programs, unique in the package.</param>
/// <param name="Name">What customers call it.</param>
public sealed record PackageDesign(string Key, LocalizedText Name);
