using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours.Loyalty;

/// <summary>How a house rewards commission with a plan that costs nothing (FEN-02).</summary>
/// <param name="Months">How many consecutive calendar months are averaged, from 1.</param>
/// <param name="Levels">What is earned, the lowest first; thresholds rise.</param>
public sealed record LoyaltyPolicy(int Months, ImmutableArray<LoyaltyLevel> Levels)
{
    /// <summary>The highest level that an average reaches, told as a sum so that nothing is rounded; null for none.</summary>
    /// <param name="sum">Of <see cref="Months"/> months, net of tax.</param>
    public LoyaltyLevel? LevelOf(Money sum) => Levels.LastOrDefault(level => level.IsReachedBy(sum, Months));

    public bool Equals(LoyaltyPolicy? other) => other is not null && Months == other.Months && Levels.SequenceEqual(other.Levels);

    public override int GetHashCode() => HashCode.Combine(Months, Levels.Length);
}

/// <summary>A plan that can be earned.</summary>
/// <param name="PlanKey">The plan.</param>
/// <param name="From">The average from which it is earned.</param>
/// <param name="Inclusive">Whether exactly that average earns it, or only more.</param>
public sealed record LoyaltyLevel(string PlanKey, Money From, bool Inclusive)
{
    /// <summary>Whether a sum of that many months averages to it.</summary>
    public bool IsReachedBy(Money sum, int months) => sum.CompareTo(From * months) is var order && (Inclusive ? order >= 0 : order > 0);

    /// <summary>The least sum of that many months that reaches it.</summary>
    public Money LeastSum(int months) => Inclusive ? From * months : (From * months) + new Money(1, From.Currency);
}
