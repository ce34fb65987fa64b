using NodaTime;

namespace Storefront.Domain.Hours;

/// <summary>The figures that a customer is shown.</summary>
/// <param name="AvailableMinutes">What can be used now.</param>
/// <param name="HeldMinutes">What approved quotes hold.</param>
/// <param name="Expiring">What lapses next; null when nothing is left.</param>
/// <param name="AdvancedMinutes">What was brought forward in the running period.</param>
/// <param name="ToBeRepaidMinutes">What the next grants repay if nothing more is used.</param>
/// <param name="UsedMinutes">Work of the running period.</param>
public sealed record HourFigures(
    int AvailableMinutes, int HeldMinutes, ExpiringHours? Expiring, int AdvancedMinutes, int ToBeRepaidMinutes, int UsedMinutes)
{
    /// <summary>The figures of a ledger.</summary>
    /// <param name="ledger">The account's ledger, settled.</param>
    /// <param name="policy">The house's.</param>
    /// <param name="continues">Whether a period follows the running one, without which nothing rolls over.</param>
    /// <param name="usedMinutes">Work of the running period, as <see cref="HourHistory.UsedBetween"/> tells.</param>
    public static HourFigures Of(HourLedger ledger, HourPolicy policy, bool continues, int usedMinutes) => new(
        ledger.AvailableMinutes,
        ledger.HeldMinutes,
        ExpiringHours.Of(ledger, policy, continues),
        ledger.OpenLots.Where(lot => lot.Source == LotSource.Advance).Sum(lot => lot.Minutes),
        ledger.ToBeRepaidMinutes,
        usedMinutes);
}

/// <summary>What ends next if nothing more is used.</summary>
/// <param name="Minutes">What lapses.</param>
/// <param name="RollsOverMinutes">What goes on to the next period instead.</param>
/// <param name="At">When.</param>
public sealed record ExpiringHours(int Minutes, int RollsOverMinutes, Instant At)
{
    internal static ExpiringHours? Of(HourLedger ledger, HourPolicy policy, bool continues)
    {
        var next = ledger.OpenLots.Where(lot => lot.RemainingMinutes > 0).ToLookup(lot => lot.ExpiresAt).MinBy(lots => lots.Key);
        if (next is null)
        {
            return null;
        }

        var rollsOver = continues ? ledger.RolloverAt(next.Key, policy) : 0;
        return new ExpiringHours(next.Sum(lot => lot.RemainingMinutes) - rollsOver, rollsOver, next.Key);
    }
}
