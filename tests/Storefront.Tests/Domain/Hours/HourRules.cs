using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Hours;

namespace Storefront.Tests.Domain.Hours;

/// <summary>Policies and a running ledger to test with.</summary>
internal static class HourRules
{
    /// <summary>Flunt's: 30 % rolls over, half of the next grant can be brought forward, three days of grace.</summary>
    public static readonly HourPolicy Flunt = new(
        RolloverPercent: 30,
        AdvancePercent: 50,
        GraceDays: 3,
        UseOrder: [LotSource.Rollover, LotSource.Grant, LotSource.Upgrade, LotSource.Advance],
        MinimumMinutesPerTicket: ImmutableDictionary<string, int>.Empty,
        OnCallPercent: 100,
        OveragePolicy.Refuse);

    /// <summary>Fenicio's: nothing accumulates, nothing is granted unpaid, calls at night count double.</summary>
    public static readonly HourPolicy Fenicio = new(
        RolloverPercent: 0,
        AdvancePercent: 0,
        GraceDays: 0,
        UseOrder: [],
        MinimumMinutesPerTicket: new Dictionary<string, int> { ["basico"] = 30, ["silver"] = 20, ["gold"] = 10, ["platinum"] = 5 },
        OnCallPercent: 200,
        OveragePolicy.Bill);

    public static readonly Instant November = Instant.FromUtc(2026, 11, 1, 3, 0);
    public static readonly Instant December = Instant.FromUtc(2026, 12, 1, 3, 0);
    public static readonly Instant January = Instant.FromUtc(2027, 1, 1, 3, 0);
    public static readonly Instant February = Instant.FromUtc(2027, 2, 1, 3, 0);

    public static readonly HourCause Paid = new(HourCauseKind.Payment);
    public static readonly HourCause Worked = new(HourCauseKind.WorkLog);
    public static readonly HourCause Ended = new(HourCauseKind.PeriodEnd);
    public static readonly HourCause Corrected = new(HourCauseKind.StaffCorrection, Reason: "Counted twice");
}
