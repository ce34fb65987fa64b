using System.Collections.Immutable;
using NodaTime;

namespace Storefront.Domain.Hours;

/// <content>What happens at the end of periods.</content>
public sealed partial record HourLedger
{
    /// <summary>What would roll over if the lots that end at that instant ended as they are (FLU-03), rounded down to the minute.</summary>
    public int RolloverAt(Instant periodEnd, HourPolicy policy)
    {
        var unused = OpenLots.Where(lot => lot.ExpiresAt == periodEnd && lot.RollsOver).Sum(lot => (long)lot.RemainingMinutes);
        return (int)(unused * policy.RolloverPercent / 100);
    }

    /// <summary>
    /// Ends a period: every lot that ends with it expires, and its share rolls over until the end of the next (FLU-03). What was used of its
    /// advances is owed from then on (FLU-08).
    /// </summary>
    /// <param name="policy">The house's.</param>
    /// <param name="periodEnd">The period's end, which is now.</param>
    /// <param name="rolloverExpiresAt">The end of the next period; null when nothing rolls over because none follows.</param>
    /// <param name="cause">The period's end.</param>
    /// <param name="rolloverKey">The key of the rollover.</param>
    public HourPosting ClosePeriod(HourPolicy policy, Instant periodEnd, Instant? rolloverExpiresAt, HourCause cause, string rolloverKey)
    {
        var rollover = rolloverExpiresAt is null ? 0 : RolloverAt(periodEnd, policy);
        var expired = Expire(periodEnd, cause);
        return rollover == 0 || Keys.Contains(rolloverKey)
            ? expired
            : expired.Then(ledger => ledger.Open(
                HourEntryKind.Rollover, LotSource.Rollover, rollover, periodEnd, rolloverExpiresAt!.Value, cause, rolloverKey));
    }

    /// <summary>Closes every lot that has ended by an instant, each at its own end.</summary>
    public HourPosting Expire(Instant until, HourCause cause) => CloseAll(lot => lot.ExpiresAt <= until, lot => lot.ExpiresAt, cause);

    /// <summary>Closes every open lot at once and forgives what is owed: nothing follows (FLU-08, FLU-11).</summary>
    public HourPosting End(Instant at, HourCause cause)
    {
        var ended = CloseAll(_ => true, lot => Instant.Min(lot.ExpiresAt, at), cause);
        return ended with { Ledger = ended.Ledger with { OwedMinutes = 0 } };
    }

    /// <summary>
    /// Takes grants back that were never paid for: what is left of them lapses, and what was used is owed, as an advance would be (FLU-08).
    /// </summary>
    /// <param name="since">Grants made at that instant or after.</param>
    /// <param name="at">Now.</param>
    /// <param name="cause">Why.</param>
    public HourPosting TakeBack(Instant since, Instant at, HourCause cause)
    {
        var unpaid = OpenLots.Where(lot => lot.Source == LotSource.Grant && lot.GrantedAt >= since).ToList();
        var taken = CloseAll(unpaid.Contains, _ => at, cause);
        return taken with { Ledger = taken.Ledger with { OwedMinutes = taken.Ledger.OwedMinutes + unpaid.Sum(lot => lot.UsedMinutes) } };
    }

    private HourPosting CloseAll(Func<HourLot, bool> which, Func<HourLot, Instant> when, HourCause cause)
    {
        var posting = Unchanged;
        foreach (var lot in OpenLots.Where(which).OrderBy(lot => lot.ExpiresAt).ThenBy(lot => lot.OpenedBy))
        {
            posting = posting.Then(ledger => ledger.Close(lot, when(lot), cause));
        }

        return posting;
    }

    private HourPosting Close(HourLot lot, Instant at, HourCause cause)
    {
        var posting = lot.RemainingMinutes == 0
            ? Unchanged
            : Post(HourEntryKind.Expiry, at, cause, HourKeys.Expiry(lot.Id), [new LotMovement(lot.Id, -lot.RemainingMinutes)], expiresAt: null);
        var ledger = posting.Ledger;
        return posting with
        {
            Ledger = ledger with
            {
                OwedMinutes = ledger.OwedMinutes + (lot.Source == LotSource.Advance ? lot.UsedMinutes : 0),
                HeldMinutes = Math.Min(ledger.HeldMinutes, ledger.Balance),
                Lots = ledger.Lots.Select(other => other.Id == lot.Id ? other with { Closed = true } : other).ToImmutableArray(),
            },
        };
    }
}
