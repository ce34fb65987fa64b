namespace Storefront.Domain.Subscriptions;

/// <summary>When and how a subscription changes in a house. Filled from the handbook and kept with what was sold (COM-04).</summary>
/// <param name="UpgradeMoney">What an upgrade costs until the paid term ends.</param>
/// <param name="UpgradeHours">What an upgrade adds to the running billing period.</param>
/// <param name="UpgradeBilled">When an upgrade's adjustment is asked for.</param>
/// <param name="TemporaryUpgrades">Whether an upgrade may go back by itself at the end of the billing period (FLU-06).</param>
/// <param name="Downgrade">When a downgrade acts.</param>
/// <param name="Cancellation">When a cancellation acts.</param>
/// <param name="ContractedTermMonths">Months a customer commits to from the start, 0 for none (FLU-10, FEN-05).</param>
/// <param name="Pauses">Whether a customer may pause (FLU-10).</param>
/// <param name="PreviewMinutes">How long a preview may be confirmed, from 1.</param>
public sealed record ChangePolicy(
    UpgradeMoney UpgradeMoney,
    UpgradeHours UpgradeHours,
    UpgradeBilling UpgradeBilled,
    bool TemporaryUpgrades,
    ChangeMoment Downgrade,
    ChangeMoment Cancellation,
    int ContractedTermMonths,
    bool Pauses,
    int PreviewMinutes)
{
    /// <summary>The plan that every customer has and that costs nothing, to which it goes back when another ends; null for none (FEN-01).</summary>
    public string? BasePlan { get; init; }
}

/// <summary>What an upgrade costs for the paid term that is running.</summary>
public enum UpgradeMoney
{
    /// <summary>The difference of the prices by the share of the paid term that is left, in whole days, the day of the change included (FLU-05).</summary>
    ShareOfPaidTerm,

    /// <summary>The whole difference of the prices (FEN-04).</summary>
    FullDifference,
}

/// <summary>What an upgrade adds to the hours of the billing period that is running.</summary>
public enum UpgradeHours
{
    /// <summary>The difference of the grants by the share of the billing period that is left, rounded down to the minute (FLU-05).</summary>
    ShareOfBillingPeriod,

    /// <summary>The whole difference of the grants (FEN-04).</summary>
    FullDifference,
}

/// <summary>When an upgrade's adjustment is asked for.</summary>
public enum UpgradeBilling
{
    /// <summary>On the next invoice: at the next monthly boundary, which for a monthly term is its renewal (FLU-05).</summary>
    NextBoundary,

    /// <summary>Before it acts.</summary>
    AtOnce,
}

/// <summary>When a downgrade or a cancellation may act.</summary>
public enum ChangeMoment
{
    /// <summary>When what was paid for ends (FLU-07, FLU-10).</summary>
    EndOfPaidTerm,

    /// <summary>When what was committed to has ended: a downgrade asked for before is refused, a cancellation acts then (FEN-05).</summary>
    EndOfContractedTerm,
}
