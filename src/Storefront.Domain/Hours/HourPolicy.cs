namespace Storefront.Domain.Hours;

/// <summary>How a house counts the hours it sells. Filled from the handbook and kept with what was sold (COM-04).</summary>
/// <param name="RolloverPercent">Share of a period's unused grant that goes to the next period, 0 (none) to 100 (FLU-03, FEN-03).</param>
/// <param name="AdvancePercent">Most that may be brought forward of the next grant, 0 (no advances) to 100 (FLU-08).</param>
/// <param name="GraceDays">
/// Days after the end of what is paid in which a period that begins is still granted; 0 grants only what is paid (FEN-06).
/// </param>
/// <param name="UseOrder">Of lots that expire together, which is used first (FLU-04). Each source once; what is missing comes last.</param>
/// <param name="MinimumMinutesPerTicket">Least charge of a chargeable ticket by the plan's key; plans not named have none (FEN-10).</param>
/// <param name="OnCallPercent">What work outside business hours counts, 100 as worked, 200 double (FEN-11).</param>
/// <param name="Overage">What happens to work beyond the balance.</param>
public sealed record HourPolicy(
    int RolloverPercent,
    int AdvancePercent,
    int GraceDays,
    IReadOnlyList<LotSource> UseOrder,
    IReadOnlyDictionary<string, int> MinimumMinutesPerTicket,
    int OnCallPercent,
    OveragePolicy Overage);
