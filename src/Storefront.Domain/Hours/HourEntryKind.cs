namespace Storefront.Domain.Hours;

/// <summary>What a line of the hour ledger is.</summary>
public enum HourEntryKind
{
    /// <summary>A period's minutes of the plan.</summary>
    Grant,

    /// <summary>Unused minutes of the period before (FLU-03).</summary>
    Rollover,

    /// <summary>Minutes of the next period, brought forward (FLU-08).</summary>
    Advance,

    /// <summary>What was used of an advance, taken from the grant that follows (FLU-08).</summary>
    AdvanceRepayment,

    /// <summary>The added minutes of an upgrade (FLU-05).</summary>
    Upgrade,

    /// <summary>Work.</summary>
    Use,

    /// <summary>What was left of a lot when it ended.</summary>
    Expiry,

    /// <summary>A correction by staff, of either sign.</summary>
    Correction,

    /// <summary>Use that was taken back.</summary>
    Reversal,

    /// <summary>A period that was earned and not bought (FEN-02).</summary>
    Loyalty,
}
