using System.Collections.Immutable;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Quotes;

/// <summary>The hours that an approved quote holds.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="LeftMinutes">What is left of its minutes.</param>
/// <param name="HeldMinutes">What is held of them, at most that.</param>
public sealed record QuoteHold(QuoteId QuoteId, int LeftMinutes, int HeldMinutes)
{
    /// <summary>What it could still hold.</summary>
    public int MissingMinutes => Math.Max(0, LeftMinutes - HeldMinutes);

    /// <summary>
    /// What an approval holds: all that is left, or it is refused; where the house bills what goes beyond the balance, what there is (FEN-12).
    /// </summary>
    /// <param name="ledger">The account's.</param>
    /// <param name="policy">Of its hours.</param>
    /// <param name="minutes">What is to be held, from 0.</param>
    public static Result<int> Check(HourLedger ledger, HourPolicy policy, int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        return minutes <= ledger.AvailableMinutes ? minutes
            : policy.Overage == OveragePolicy.Bill ? ledger.AvailableMinutes
            : new NotEnoughHours(minutes - ledger.AvailableMinutes, ledger.AvailableMinutes);
    }

    /// <summary>
    /// Brings the holds into accord with the ledger after work, reversals and the end of periods: none holds more than it needs, what
    /// lapsed under them is held no more, and what is missing is held again as far as there are hours, the oldest approval first.
    /// </summary>
    /// <param name="holds">The account's, the oldest approval first.</param>
    /// <param name="ledger">The account's hours.</param>
    /// <returns>The holds and the ledger, which then hold the same.</returns>
    public static (ImmutableArray<QuoteHold> Holds, HourLedger Ledger) Reconcile(IReadOnlyList<QuoteHold> holds, HourLedger ledger)
    {
        var needed = holds.Select(hold => hold with { HeldMinutes = Math.Min(hold.HeldMinutes, hold.LeftMinutes) }).ToArray();
        var lapsed = Math.Max(0, needed.Sum(hold => hold.HeldMinutes) - ledger.HeldMinutes);
        for (var index = needed.Length - 1; index >= 0 && lapsed > 0; index--)
        {
            var less = Math.Min(lapsed, needed[index].HeldMinutes);
            needed[index] = needed[index] with { HeldMinutes = needed[index].HeldMinutes - less };
            lapsed -= less;
        }

        var settled = ledger.Release(Math.Max(0, ledger.HeldMinutes - needed.Sum(hold => hold.HeldMinutes)));
        for (var index = 0; index < needed.Length; index++)
        {
            var more = Math.Min(needed[index].MissingMinutes, settled.AvailableMinutes);
            if (more > 0)
            {
                needed[index] = needed[index] with { HeldMinutes = needed[index].HeldMinutes + more };
                settled = settled.Hold(more).Value;
            }
        }

        return ([.. needed], settled);
    }
}
