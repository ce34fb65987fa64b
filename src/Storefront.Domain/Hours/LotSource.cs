namespace Storefront.Domain.Hours;

/// <summary>What opened a lot.</summary>
public enum LotSource
{
    /// <summary>Unused minutes of the period before (FLU-03).</summary>
    Rollover,

    /// <summary>The plan's minutes of a period.</summary>
    Grant,

    /// <summary>The added minutes of an upgrade (FLU-05).</summary>
    Upgrade,

    /// <summary>A period that was earned and not bought (FEN-02).</summary>
    Loyalty,

    /// <summary>A correction by staff.</summary>
    Correction,

    /// <summary>Use that was taken back after its lot had closed.</summary>
    Reversal,

    /// <summary>Minutes of the next period, brought forward (FLU-08).</summary>
    Advance,
}
