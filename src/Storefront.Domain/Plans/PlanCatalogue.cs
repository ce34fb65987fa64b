using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>The plans of a house, in the order of their rank.</summary>
public sealed record PlanCatalogue
{
    /// <summary>A catalogue of those plans.</summary>
    /// <exception cref="ArgumentException">Two plans share a key or a rank, or more than one is highlighted.</exception>
    public PlanCatalogue(IEnumerable<Plan> plans)
    {
        Plans = [.. plans.OrderBy(plan => plan.Rank)];
        if (Plans.DistinctBy(plan => plan.Key).Count() != Plans.Length || Plans.DistinctBy(plan => plan.Rank).Count() != Plans.Length)
        {
            throw new ArgumentException("Keys and ranks of plans are unique.", nameof(plans));
        }

        if (Plans.Count(plan => plan.Highlighted) > 1)
        {
            throw new ArgumentException("At most one plan is highlighted.", nameof(plans));
        }
    }

    /// <summary>The plans, lowest rank first.</summary>
    public ImmutableArray<Plan> Plans { get; }

    /// <summary>The plan shown as the usual choice; null when the house names none.</summary>
    public Plan? Highlighted => Plans.FirstOrDefault(plan => plan.Highlighted);

    /// <summary>Every entitlement of any plan once, in the order they first appear: the rows of the comparison.</summary>
    public IEnumerable<Entitlement> AllEntitlements =>
        Plans.SelectMany(plan => plan.Entitlements).DistinctBy(entitlement => entitlement.Key);

    /// <summary>The plan of that key; null when there is none.</summary>
    public Plan? Find(string key) => Plans.FirstOrDefault(plan => plan.Key == key);

    /// <summary>The plan of that key, or <see cref="UnknownPlan"/>.</summary>
    public Result<Plan> Get(string key) =>
        Find(key) is { } plan ? plan : new UnknownPlan(key, [.. Plans.Select(known => known.Key)]);

    /// <summary>The plan's price, or <see cref="UnknownPlan"/> or <see cref="PriceNotOffered"/>.</summary>
    public Result<PlanPrice> PriceOf(string key, BillingInterval interval, Currency currency) =>
        Get(key).Then<PlanPrice>(plan => plan.PriceFor(interval, currency) is { } price
            ? price
            : new PriceNotOffered(key, interval, currency.Code));

    /// <summary>What going from one plan to another is: by rank, never by price or interval.</summary>
    public static PlanStep Step(Plan from, Plan to) => to.Rank.CompareTo(from.Rank) switch
    {
        0 => PlanStep.Same,
        > 0 => PlanStep.Upgrade,
        < 0 => PlanStep.Downgrade,
    };

    /// <summary>The plans above one of that rank, the nearest first.</summary>
    public IEnumerable<Plan> Above(Plan plan) => Plans.Where(other => other.Rank > plan.Rank);

    public bool Equals(PlanCatalogue? other) => other is not null && Plans.SequenceEqual(other.Plans);

    public override int GetHashCode() => Plans.Length == 0 ? 0 : Plans[0].GetHashCode();
}
