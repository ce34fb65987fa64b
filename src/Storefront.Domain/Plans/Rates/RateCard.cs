using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans.Rates;

/// <summary>What an hour costs, by season (ALF-02). Rates are net.</summary>
/// <param name="Base">The rate outside the seasons, more than zero.</param>
/// <param name="Seasons">Which never overlap.</param>
public sealed record RateCard(Money Base, ImmutableArray<RateSeason> Seasons)
{
    /// <summary>The season that a day lies in; null for none.</summary>
    public RateSeason? SeasonOn(LocalDate date) => Seasons.FirstOrDefault(season => season.Contains(date));

    /// <summary>What an hour costs on a day, halves of the minor unit rounded up.</summary>
    public Money RateOn(LocalDate date) => SeasonOn(date) is { } season ? season.Of(Base) : Base;

    /// <summary>The seasons that begin after a day, each once, the nearest first, with their first day.</summary>
    public IEnumerable<(LocalDate From, RateSeason Season)> ComingAfter(LocalDate date) =>
        Seasons.Select(season => (From: season.NextStartAfter(date), Season: season)).OrderBy(coming => coming.From);

    /// <summary>Two seasons that share a day of the year; null when none do.</summary>
    public (RateSeason First, RateSeason Second)? Overlap()
    {
        // A leap year has every day that a year can have.
        var day = new LocalDate(2028, 1, 1);
        for (; day.Year == 2028; day = day.PlusDays(1))
        {
            var here = Seasons.Where(season => season.Contains(day)).Take(2).ToList();
            if (here.Count > 1)
            {
                return (here[0], here[1]);
            }
        }

        return null;
    }

    public bool Equals(RateCard? other) => other is not null && Base == other.Base && Seasons.SequenceEqual(other.Seasons);

    public override int GetHashCode() => HashCode.Combine(Base, Seasons.Length);
}
