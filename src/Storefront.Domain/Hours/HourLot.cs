using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours;

/// <summary>Minutes that came together and expire together.</summary>
/// <param name="Id">Its id in the account.</param>
/// <param name="Source">What opened it.</param>
/// <param name="Minutes">What it began with, greater than zero.</param>
/// <param name="RemainingMinutes">What is left, from zero to what it began with.</param>
/// <param name="OpenedBy">The sequence of the entry that opened it.</param>
/// <param name="GrantedAt">When it was opened.</param>
/// <param name="ExpiresAt">Usable until then, exclusive.</param>
/// <param name="Closed">Whether its end has been dealt with; a closed lot never changes again.</param>
public sealed record HourLot(
    HourLotId Id,
    LotSource Source,
    int Minutes,
    int RemainingMinutes,
    long OpenedBy,
    Instant GrantedAt,
    Instant ExpiresAt,
    bool Closed = false)
{
    /// <summary>What was taken from it so far.</summary>
    public int UsedMinutes => Minutes - RemainingMinutes;

    /// <summary>Whether what is left of it counts for rollover (FLU-03): the plan's grant with upgrade and loyalty minutes.</summary>
    public bool RollsOver => Source is LotSource.Grant or LotSource.Upgrade or LotSource.Loyalty;
}
