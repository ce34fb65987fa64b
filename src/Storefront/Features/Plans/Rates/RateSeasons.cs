using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;
using Storefront.Domain.Plans.Rates;
using Storefront.Domain.Shared;

namespace Storefront.Features.Plans.Rates;

/// <summary>The seasons of a rate card as a column keeps them.</summary>
/// <param name="Items">One a season.</param>
public sealed record RateSeasons(IReadOnlyList<StoredSeason> Items)
{
    public static RateSeasons Of(IEnumerable<RateSeason> seasons, IReadOnlyList<string> languages) => new(
    [
        .. seasons.Select(season => new StoredSeason(
            season.Key,
            languages.ToDictionary(language => language, language => season.Name.In(CultureInfo.GetCultureInfo(language))),
            AnnualDatePattern.Iso.Format(season.From),
            AnnualDatePattern.Iso.Format(season.Through),
            season.Percent)),
    ]);

    public ImmutableArray<RateSeason> ToDomain() =>
    [
        .. Items.Select(item => new RateSeason(
            item.Key,
            new LocalizedText([.. item.Name.Select(name => (name.Key, name.Value))]),
            AnnualDatePattern.Iso.Parse(item.From).Value,
            AnnualDatePattern.Iso.Parse(item.Through).Value,
            item.Percent)),
    ];
}

/// <summary>A season as it is stored.</summary>
public sealed record StoredSeason(string Key, IReadOnlyDictionary<string, string> Name, string From, string Through, int Percent);
