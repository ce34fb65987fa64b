using NodaTime;
using Storefront.Store.EventLog;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>The commission of a month was put down (FEN-02).</summary>
/// <param name="Month">The month's first day.</param>
/// <param name="Net">In minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="OnTime">Whether it was paid on time.</param>
/// <param name="EarnedPlanKey">What it earned for the period that starts next; null for nothing.</param>
[EventType("loyalty.commission-recorded")]
public sealed record CommissionRecorded(LocalDate Month, long Net, string Currency, bool OnTime, string? EarnedPlanKey) : AccountEvent;
