using Storefront.Domain.Shared;

namespace Storefront.Features.Plans.Rates;

/// <summary>The house sells no hours by a rate card.</summary>
public sealed record RateCardNotOffered : Refusal
{
    public override string Code => "RATE_CARD_NOT_OFFERED";
}

/// <summary>The rate is not an amount greater than zero (ALF-02).</summary>
/// <param name="CurrencyCode">The currency that is meant.</param>
public sealed record RateNotValid(string CurrencyCode) : Refusal
{
    public override string Code => "RATE_NOT_VALID";
}

/// <summary>A season lacks a name, a day or a percentage that makes sense (ALF-02).</summary>
/// <param name="Number">Which of them, from 1.</param>
public sealed record SeasonNotValid(int Number) : Refusal
{
    public override string Code => "SEASON_NOT_VALID";
}

/// <summary>Two seasons share days of the year (ALF-02).</summary>
/// <param name="First">The name of the one.</param>
/// <param name="Second">The name of the other.</param>
public sealed record SeasonsOverlap(string First, string Second) : Refusal
{
    public override string Code => "SEASONS_OVERLAP";
}
