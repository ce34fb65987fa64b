namespace Storefront.Domain.Plans;

/// <summary>How one plan would have served a need.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Price">What it costs.</param>
/// <param name="SpareMinutes">Minutes that would be left in a month, 0 when none.</param>
/// <param name="ShortfallMinutes">Minutes that would be missing in a month, 0 when none.</param>
public sealed record PlanFit(Plan Plan, PlanPrice Price, int SpareMinutes, int ShortfallMinutes)
{
    public bool Covers => ShortfallMinutes == 0;
}
