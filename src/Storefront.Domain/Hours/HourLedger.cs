using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours;

/// <summary>
/// An account's hours as they stand: rebuilt from its open lots and a few numbers, it decides what may be posted. Nothing here changes; every
/// rule gives the ledger afterwards. Instants given to it never go back, and everything due before one has been settled.
/// </summary>
/// <param name="Balance">The sum of all entries, which is what is left in the open lots; never negative (COM-02).</param>
/// <param name="LastSequence">The sequence of the last entry, 0 for none.</param>
/// <param name="OwedMinutes">Used advances of closed periods that are still to be repaid (FLU-08).</param>
/// <param name="HeldMinutes">What approved quotes hold, at most the balance; what lapses under a hold is held no more, and is asked for again.</param>
/// <param name="Lots">The lots that are not closed, and those closed since it was rebuilt.</param>
/// <param name="Keys">Idempotency keys known to be used: at least those of what is about to be posted.</param>
public sealed partial record HourLedger(
    int Balance,
    long LastSequence,
    int OwedMinutes,
    int HeldMinutes,
    ImmutableArray<HourLot> Lots,
    ImmutableHashSet<string> Keys)
{
    /// <summary>The ledger of an account that never had hours.</summary>
    public static HourLedger Empty { get; } = new(0, 0, 0, 0, [], []);

    /// <summary>The lots in which something can still happen.</summary>
    public IEnumerable<HourLot> OpenLots => Lots.Where(lot => !lot.Closed);

    /// <summary>What can be used and is not held.</summary>
    public int AvailableMinutes => Balance - HeldMinutes;

    /// <summary>What is to be repaid if nothing more is used: carried, and used of the advances that are open.</summary>
    public int ToBeRepaidMinutes => OwedMinutes + OpenLots.Where(lot => lot.Source == LotSource.Advance).Sum(lot => lot.UsedMinutes);

    /// <summary>When the next open lot ends; null when there is none.</summary>
    public Instant? NextExpiry => OpenLots.Select(lot => (Instant?)lot.ExpiresAt).Min();

    /// <summary>
    /// A period's minutes, followed by the repayment of what is owed, as far as they reach (FLU-08). Loyalty is granted with that source.
    /// </summary>
    public HourPosting Grant(int minutes, Instant at, Instant expiresAt, HourCause cause, string key, LotSource source = LotSource.Grant)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        if (minutes == 0 || Keys.Contains(key))
        {
            return Unchanged;
        }

        var kind = source == LotSource.Loyalty ? HourEntryKind.Loyalty : HourEntryKind.Grant;
        var granted = Open(kind, source, minutes, at, expiresAt, cause, key);
        var repaid = Math.Min(OwedMinutes, minutes);
        return repaid == 0 ? granted : granted.Then(ledger => ledger.Repay(repaid, at, cause, HourKeys.Repayment(key)));
    }

    /// <summary>The added minutes of an upgrade, which end with the period (FLU-05).</summary>
    public HourPosting Upgrade(int minutes, Instant at, Instant expiresAt, HourCause cause, string key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        return minutes == 0 || Keys.Contains(key)
            ? Unchanged
            : Open(HourEntryKind.Upgrade, LotSource.Upgrade, minutes, at, expiresAt, cause, key);
    }

    /// <summary>Minutes of the next period brought forward; they end with this period (FLU-08).</summary>
    /// <param name="policy">The house's.</param>
    /// <param name="minutes">From 1.</param>
    /// <param name="at">Now.</param>
    /// <param name="expiresAt">The end of the running period.</param>
    /// <param name="nextGrantMinutes">What the next period will grant.</param>
    /// <param name="cause">Why.</param>
    /// <param name="key">The request's key.</param>
    public Result<HourPosting> Advance(
        HourPolicy policy, int minutes, Instant at, Instant expiresAt, int nextGrantMinutes, HourCause cause, string key)
    {
        if (Keys.Contains(key))
        {
            return Unchanged;
        }

        var limit = AdvanceLimit(policy, nextGrantMinutes);
        var left = Math.Max(0, limit - OwedMinutes - AdvancedMinutes);
        if (minutes < 1)
        {
            return new MinutesNotValid(1, Math.Max(1, left));
        }

        return minutes > left
            ? new AdvanceLimitReached(limit, left)
            : Open(HourEntryKind.Advance, LotSource.Advance, minutes, at, expiresAt, cause, key);
    }

    /// <summary>The most that can be brought forward in all of a grant of that size.</summary>
    public static int AdvanceLimit(HourPolicy policy, int nextGrantMinutes) => (int)((long)nextGrantMinutes * policy.AdvancePercent / 100);

    /// <summary>
    /// Work of a period that has closed, which belongs to it (FEN-12): minutes that had lapsed come back and are used at once, both lines
    /// staying visible.
    /// </summary>
    /// <param name="lapse">The line with which they lapsed.</param>
    /// <param name="minutes">From 1, no more than lapsed and has not been taken back since.</param>
    /// <param name="at">Now.</param>
    /// <param name="expiresAt">Any instant after now: nothing is left of them.</param>
    /// <param name="cause">The work.</param>
    /// <param name="key">The work's key, unique for each line that is taken back.</param>
    public HourPosting UseLapsed(HourEntry lapse, int minutes, Instant at, Instant expiresAt, HourCause cause, string key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, -lapse.Minutes);
        if (lapse.Kind != HourEntryKind.Expiry)
        {
            throw new ArgumentException("Only what lapsed comes back.", nameof(lapse));
        }

        if (Keys.Contains(key))
        {
            return Unchanged;
        }

        var back = new HourCause(HourCauseKind.Reversal, lapse.Id.Value, cause.TicketId);
        return Open(HourEntryKind.Reversal, LotSource.Reversal, minutes, at, expiresAt, back, HourKeys.Lapsed(key))
            .Then(ledger => ledger.Post(HourEntryKind.Use, at, cause, key, [new LotMovement(ledger.Lots[^1].Id, -minutes)], expiresAt: null));
    }

    /// <summary>Work, taken from the lots that expire first (FLU-04), or refused whole (FLU-09).</summary>
    /// <param name="policy">The house's.</param>
    /// <param name="minutes">From 1.</param>
    /// <param name="at">Now.</param>
    /// <param name="cause">Why.</param>
    /// <param name="key">The work log's key.</param>
    /// <param name="fromHold">How many of them had been held for it.</param>
    public Result<HourPosting> Use(HourPolicy policy, int minutes, Instant at, HourCause cause, string key, int fromHold = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(fromHold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fromHold, Math.Min(HeldMinutes, minutes));
        if (Keys.Contains(key))
        {
            return Unchanged;
        }

        return Take(HourEntryKind.Use, policy, minutes, at, cause, key, fromHold);
    }

    /// <summary>A correction by staff: minutes that end with the period, or, negative, minutes taken like work.</summary>
    public Result<HourPosting> Correct(HourPolicy policy, int minutes, Instant at, Instant expiresAt, HourCause cause, string key)
    {
        if (Keys.Contains(key))
        {
            return Unchanged;
        }

        return minutes switch
        {
            0 => new MinutesNotValid(1, int.MaxValue),
            > 0 => Open(HourEntryKind.Correction, LotSource.Correction, minutes, at, expiresAt, cause, key),
            < 0 => Take(HourEntryKind.Correction, policy, checked(-minutes), at, cause, key, fromHold: 0),
        };
    }

    /// <summary>
    /// Takes a use back, once. What came from a lot that is still open goes back to it; what came from a closed one makes a lot that ends with
    /// the running period.
    /// </summary>
    /// <param name="use">The entry to take back.</param>
    /// <param name="at">Now.</param>
    /// <param name="expiresAt">The end of the running period.</param>
    /// <param name="reason">Staff's words, if any.</param>
    public HourPosting Reverse(HourEntry use, Instant at, Instant expiresAt, string? reason = null)
    {
        if (use.Kind != HourEntryKind.Use)
        {
            throw new ArgumentException("Only work is reversed.", nameof(use));
        }

        var key = HourKeys.Reversal(use.Id);
        if (Keys.Contains(key))
        {
            return Unchanged;
        }

        var open = OpenLots.Where(lot => lot.ExpiresAt > at).Select(lot => lot.Id).ToHashSet();
        var movements = use.Lots.Where(taken => open.Contains(taken.LotId)).Select(taken => taken with { Minutes = -taken.Minutes }).ToList();
        var homeless = -use.Lots.Where(taken => !open.Contains(taken.LotId)).Sum(taken => taken.Minutes);
        var ledger = this;
        if (homeless > 0)
        {
            var lot = NewLot(LotSource.Reversal, homeless, at, expiresAt);
            movements.Add(new LotMovement(lot.Id, homeless));
            ledger = this with { Lots = Lots.Add(lot with { RemainingMinutes = 0 }) };
        }

        var cause = new HourCause(HourCauseKind.Reversal, use.Id.Value, use.Cause.TicketId, reason, use.At);
        return ledger.Post(HourEntryKind.Reversal, at, cause, key, movements, homeless > 0 && movements.Count == 1 ? expiresAt : null);
    }

    /// <summary>Reserves minutes for an approved quote.</summary>
    public Result<HourLedger> Hold(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        return minutes > AvailableMinutes
            ? new NotEnoughHours(minutes - AvailableMinutes, AvailableMinutes)
            : this with { HeldMinutes = HeldMinutes + minutes };
    }

    /// <summary>Gives back what was held, as far as it still is.</summary>
    public HourLedger Release(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        return this with { HeldMinutes = Math.Max(0, HeldMinutes - minutes) };
    }

    /// <summary>What was brought forward in the running period.</summary>
    public int AdvancedMinutes => OpenLots.Where(lot => lot.Source == LotSource.Advance).Sum(lot => lot.Minutes);

    private HourPosting Unchanged => new(this, []);
}
