using NodaTime;
using Storefront.Domain.Hours;

namespace Storefront.Features.Hours;

/// <summary>An account's hours at an instant: the figures that it is shown, and the lots behind them.</summary>
/// <param name="AsOf">The instant.</param>
/// <param name="AvailableMinutes">The minutes that can be used.</param>
/// <param name="HeldMinutes">The minutes that approved quotes hold; they are not available.</param>
/// <param name="AdvancedMinutes">What was brought forward from the next period in the running one (FLU-08).</param>
/// <param name="ToBeRepaidMinutes">The minutes that are taken from the next grants if nothing more is used.</param>
/// <param name="UsedMinutes">The minutes of work in the running billing period.</param>
/// <param name="Expiring">What ends next if nothing more is used; null when nothing is left.</param>
/// <param name="Lots">The lots of what can be used, the one that ends first first.</param>
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
