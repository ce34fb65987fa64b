using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours.Loyalty;

/// <summary>Where an account stands with its commissions (FEN-02).</summary>
/// <param name="Months">The months that are looked at, the first one first.</param>
/// <param name="InRow">How many of the last of them were paid on time, without a gap.</param>
/// <param name="Sum">Of those, net; their average is it divided by their number.</param>
/// <param name="Level">What they earn; null where they are too few or too little.</param>
/// <param name="Goals">For each level what the next months must bring.</param>
public sealed record LoyaltyStanding(
    ImmutableArray<LoyaltyMonth> Months, int InRow, Money Sum, LoyaltyLevel? Level, ImmutableArray<LoyaltyGoal> Goals)
{
    /// <summary>What breaks the row: the last month that was late or is missing; null when none is.</summary>
    public LoyaltyMonth? Breaks => Months.LastOrDefault(month => !month.Counts);

    /// <summary>The average of the months in the row, rounded half up to be shown; null without any.</summary>
    public Money? Average => InRow == 0 ? null : Sum.MultiplyByFraction(1, InRow);
}

/// <summary>A month that is looked at.</summary>
/// <param name="Month">The month.</param>
/// <param name="Recorded">What was recorded for it; null while nothing is.</param>
public sealed record LoyaltyMonth(YearMonth Month, CommissionMonth? Recorded)
{
    /// <summary>Whether it counts: recorded, and paid on time.</summary>
    public bool Counts => Recorded is { OnTime: true };
}

/// <summary>What has to come for a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Months">In how many more months, each paid on time.</param>
/// <param name="Needed">What they must bring in all, net.</param>
public sealed record LoyaltyGoal(LoyaltyLevel Level, int Months, Money Needed);
