namespace Storefront.Domain.Subscriptions;

/// <summary>What a change of plan is: by rank, never by price.</summary>
public enum PlanChangeKind
{
    /// <summary>To a higher plan, at once.</summary>
    Upgrade,

    /// <summary>To a higher plan until the billing period ends (FLU-06).</summary>
    TemporaryUpgrade,

    /// <summary>To a lower plan, with the next paid term (FLU-07).</summary>
    Downgrade,

    /// <summary>The same plan for another interval, with the next paid term.</summary>
    IntervalSwitch,

    /// <summary>What is in force goes on, on its own terms: a change that waits is taken back.</summary>
    Keep,
}
