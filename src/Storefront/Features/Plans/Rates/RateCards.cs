using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Plans.Rates;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Plans.Rates;

/// <summary>The house's hourly rates as they are and were (ALF-02).</summary>
public sealed class RateCards(IDbContextFactory<StorefrontDb> contexts, Handbooks handbooks, IClock clock)
{
    /// <summary>The card that holds at an instant; null where the house sells no hours by a rate card.</summary>
    public async Task<RateCard?> AtAsync(StorefrontDb db, Instant at, CancellationToken cancellationToken)
    {
        if (handbooks.Present.RateCard is not { } policy)
        {
            return null;
        }

        var change = await db.Set<RateChange>().AsNoTracking().Where(row => row.At <= at)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return change is null ? policy.Card : new RateCard(change.Base, change.Seasons.ToDomain());
    }

    /// <summary>What an hour costs at an instant, net; null where the house has no rate card. A quote that is issued keeps it.</summary>
    public async Task<Money?> RateAtAsync(StorefrontDb db, Instant at, CancellationToken cancellationToken) =>
        (await AtAsync(db, at, cancellationToken))?.RateOn(handbooks.Present.Calendar.DateOf(at));

    /// <summary>Today's rate, the seasons to come and what was changed; null where the house has no rate card.</summary>
    public async Task<RateOverview?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var house = handbooks.Present;
        if (await AtAsync(db, now, cancellationToken) is not { } card)
        {
            return null;
        }

        var today = house.Calendar.DateOf(now);
        var history = await db.Set<RateChange>().AsNoTracking().OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Take(100).ToListAsync(cancellationToken);
        return new RateOverview(
            today,
            card,
            [.. card.ComingAfter(today).Select(coming => new ComingRate(coming.From, coming.Season, coming.Season.Of(card.Base)))],
            house.RateCard!,
            [.. history.Select(row => new PastRate(row.At, new RateCard(row.Base, row.Seasons.ToDomain()), row.Reason))]);
    }
}

/// <summary>The house's rates today.</summary>
/// <param name="Today">In the house's zone.</param>
/// <param name="Card">The card that holds.</param>
/// <param name="Coming">The seasons that begin after today, the nearest first.</param>
/// <param name="Policy">What the handbook began with, and the range it publishes.</param>
/// <param name="Changes">What staff changed, the last one first, at most a hundred.</param>
public sealed record RateOverview(
    LocalDate Today, RateCard Card, IReadOnlyList<ComingRate> Coming, RateCardPolicy Policy, IReadOnlyList<PastRate> Changes)
{
    public Money Rate => Card.RateOn(Today);

    public RateSeason? Season => Card.SeasonOn(Today);
}

/// <summary>A season to come.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Season">The season.</param>
/// <param name="Rate">What an hour costs in it as the card stands.</param>
public sealed record ComingRate(LocalDate From, RateSeason Season, Money Rate);

/// <summary>A card that staff put in force.</summary>
/// <param name="At">Since when.</param>
/// <param name="Card">The card.</param>
/// <param name="Reason">Why.</param>
public sealed record PastRate(Instant At, RateCard Card, string Reason);
