using NodaTime;
using Storefront.Domain.Plans.Rates;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Plans.Rates;

/// <summary>What an hour costs, by season (ALF-02). Rates are net.</summary>
[ObjectType("RateCard")]
public sealed class RateCardView(RateOverview overview)
{
    /// <summary>What an hour costs today.</summary>
    public Money Rate => overview.Rate;

    /// <summary>What an hour costs outside the seasons.</summary>
    public Money Base => overview.Card.Base;

    /// <summary>The season that runs; null for none.</summary>
    public RateSeasonView? Season => overview.Season is { } season ? new RateSeasonView(season, overview.Card.Base, season.FirstDayUpTo(overview.Today)) : null;

    /// <summary>The seasons that begin after today, the nearest first.</summary>
    public IReadOnlyList<RateSeasonView> Coming => [.. overview.Coming.Select(coming => new RateSeasonView(coming.Season, overview.Card.Base, coming.From))];

    /// <summary>The low end of the range that the house publishes; null for none.</summary>
    public Money? UsuallyFrom => overview.Policy.UsuallyFrom;

    /// <summary>Its high end.</summary>
    public Money? UsuallyTo => overview.Policy.UsuallyTo;

    /// <summary>The base rates that were put in force, the last one first.</summary>
    public IReadOnlyList<RateChangeView> Changes => [.. overview.Changes.Select(change => new RateChangeView(change))];
}

/// <summary>A part of every year with another rate.</summary>
[ObjectType("RateSeason")]
public sealed class RateSeasonView(RateSeason season, Money baseRate, LocalDate from)
{
    /// <summary>What it is called.</summary>
    public LocalizedText Name => season.Name;

    /// <summary>The first day that is meant.</summary>
    public LocalDate From => from;

    /// <summary>Its last day, inclusive.</summary>
    public LocalDate Through => season.LastDayFrom(from);

    /// <summary>Its rate in percent of the base rate: 200 is double.</summary>
    public int Percent => season.Percent;

    /// <summary>What an hour costs in it as the card stands.</summary>
    public Money Rate => season.Of(baseRate);
}

/// <summary>A base rate that was put in force.</summary>
[ObjectType("RateChange")]
public sealed class RateChangeView(PastRate change)
{
    /// <summary>Since when.</summary>
    public Instant At => change.At;

    /// <summary>What an hour cost outside the seasons from then on.</summary>
    public Money Base => change.Card.Base;
}

/// <summary>The house's rates.</summary>
[QueryType]
public static class RateQueries
{
    /// <summary>What an hour costs today and in the seasons to come; null where the house sells no hours by a rate card.</summary>
    public static async Task<RateCardView?> RateCardAsync(RateCards rates, CancellationToken cancellationToken) =>
        await rates.ReadAsync(cancellationToken) is { } overview ? new RateCardView(overview) : null;
}

/// <summary>Changes of the house's rates.</summary>
[MutationType]
public static class RateMutations
{
    /// <summary>Puts another rate card in force at once; quotes that were issued keep their rate. For staff only.</summary>
    /// <param name="base">Net, for an hour outside the seasons, an exact decimal.</param>
    /// <param name="seasons">The parts of every year with another rate.</param>
    /// <param name="reason">Why.</param>
    /// <param name="viewer">Who changes it.</param>
    /// <param name="action">The action.</param>
    /// <param name="rates">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "rateCard")]
    [Error<NotFound>]
    [Error<RateCardNotOffered>]
    [Error<RateNotValid>]
    [Error<SeasonNotValid>]
    [Error<SeasonsOverlap>]
    [Error<Domain.Tickets.TextNotValid>]
    public static async Task<Result<RateCardView>> ChangeRatesAsync(
        string @base,
        IReadOnlyList<SeasonInput> seasons,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ChangeRates action,
        RateCards rates,
        CancellationToken cancellationToken)
    {
        var changed = await action.HandleAsync(new RatesInput(@base, seasons, reason), viewer, cancellationToken);
        return changed.Refusal is { } refusal ? refusal : new RateCardView((await rates.ReadAsync(cancellationToken))!);
    }
}
