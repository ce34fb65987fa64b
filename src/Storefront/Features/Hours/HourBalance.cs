using NodaTime;
using Storefront.Domain.Hours;

namespace Storefront.Features.Hours;

/// <summary>An account's hours at an instant: the figures that it is shown, and the lots behind them.</summary>
/// <param name="AsOf">The instant.</param>
/// <param name="AvailableMinutes">What can be used.</param>
/// <param name="HeldMinutes">What approved quotes hold; not available.</param>
/// <param name="AdvancedMinutes">What was brought forward from the next period in the running one (FLU-08).</param>
/// <param name="ToBeRepaidMinutes">What the next grants repay if nothing more is used.</param>
/// <param name="UsedMinutes">Work of the running period.</param>
/// <param name="Expiring">What ends next if nothing more is used; null when nothing is left.</param>
/// <param name="Lots">What can be used, that which ends first first.</param>
/// <param name="PeriodStart">When the running billing period began; null when none runs.</param>
/// <param name="PeriodEnd">When it ends, exclusive; null when none runs.</param>
public sealed record HourBalance(
    Instant AsOf,
    int AvailableMinutes,
    int HeldMinutes,
    int AdvancedMinutes,
    int ToBeRepaidMinutes,
    int UsedMinutes,
    ExpiringHours? Expiring,
    IReadOnlyList<HourLot> Lots,
    Instant? PeriodStart,
    Instant? PeriodEnd);
