using System.Collections.Immutable;
using NodaTime.Text;
using Storefront.Domain.Plans.Rates;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Plans.Rates;

/// <summary>Staff put another rate card in force, at once (ALF-02). Quotes that were issued keep their rate.</summary>
public sealed class ChangeRates(AccountTransactions transactions, Handbooks handbooks)
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>Most seasons of a card.</summary>
    public const int MostSeasons = 20;

    private const string Default = "season";

    /// <summary>The card now in force, or <see cref="RateCardNotOffered"/>, <see cref="RateNotValid"/>, <see cref="SeasonNotValid"/>, <see cref="SeasonsOverlap"/>, <see cref="TextNotValid"/>.</summary>
    public async Task<Result<RateCard>> HandleAsync(RatesInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("rate-card");
        }

        if (!Read(input).TryGet(out var card, out var refusal))
        {
            return refusal;
        }

        var reason = TicketText.Check("reason", input.Reason, ReasonLength, multiline: false);
        return reason.IsRefused
            ? reason.Refusal
            : await transactions.RunAsync<RateCard>(
                (scope, _) =>
                {
                    scope.Db.Add(new RateChange
                    {
                        Id = RateChangeId.New(scope.Now),
                        At = scope.Now,
                        Base = card.Base,
                        Seasons = RateSeasons.Of(card.Seasons, handbooks.Present.Languages),
                        ChangedBy = staff.UserId,
                        Reason = reason.Value,
                    });
                    return Task.FromResult<Result<RateCard>>(card);
                },
                cancellationToken);
    }

    private Result<RateCard> Read(RatesInput input)
    {
        if (handbooks.Present.RateCard is not { } policy)
        {
            return new RateCardNotOffered();
        }

        var currency = policy.Card.Base.Currency;
        if (!Money.TryParseDecimal(input.Base ?? "", currency, out var rate) || rate.IsNegative || rate.IsZero)
        {
            return new RateNotValid(currency.Code);
        }

        var seasons = ImmutableArray.CreateBuilder<RateSeason>();
        foreach (var season in input.Seasons)
        {
            var (from, through) = (AnnualDatePattern.Iso.Parse(season.From ?? ""), AnnualDatePattern.Iso.Parse(season.Through ?? ""));
            if (string.IsNullOrWhiteSpace(season.Name) || season.Name.Length > 80 || !from.Success || !through.Success || season.Percent is < 1 or > 1000
                || seasons.Count == MostSeasons)
            {
                return new SeasonNotValid(seasons.Count + 1);
            }

            seasons.Add(new RateSeason(
                $"{Default}-{seasons.Count + 1}", Name(policy, season.Name.Trim()), from.Value, through.Value, season.Percent));
        }

        var card = new RateCard(rate, seasons.ToImmutable());
        return card.Overlap() is { } overlap
            ? new SeasonsOverlap(NameOf(overlap.First), NameOf(overlap.Second))
            : card;
    }

    // A name that the handbook has in every language keeps its translations; another one is the same in all.
    private LocalizedText Name(RateCardPolicy policy, string name) =>
        policy.Card.Seasons.Select(season => season.Name).FirstOrDefault(known => handbooks.Present.Languages.Any(
            language => known.In(System.Globalization.CultureInfo.GetCultureInfo(language)) == name))
        ?? new LocalizedText([.. handbooks.Present.Languages.Select(language => (language, name))]);

    private string NameOf(RateSeason season) => season.Name.In(System.Globalization.CultureInfo.GetCultureInfo(handbooks.Present.DefaultLanguage));
}

/// <summary>A rate card that staff want.</summary>
/// <param name="Base">Net, for an hour outside the seasons, an exact decimal.</param>
/// <param name="Seasons">The parts of every year with another rate.</param>
/// <param name="Reason">Why.</param>
public sealed record RatesInput(string? Base, IReadOnlyList<SeasonInput> Seasons, string? Reason);

/// <summary>A part of every year with a rate of its own.</summary>
/// <param name="Name">What customers call it.</param>
/// <param name="From">Its first day as month and day, such as `03-01`.</param>
/// <param name="Through">Its last day as month and day, inclusive, such as `05-31`.</param>
/// <param name="Percent">Its rate in percent of the base rate: 200 is double.</param>
public sealed record SeasonInput(string? Name, string? From, string? Through, int Percent);
