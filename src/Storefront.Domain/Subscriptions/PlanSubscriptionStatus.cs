namespace Storefront.Domain.Subscriptions;

/// <summary>Where a subscription stands.</summary>
public enum PlanSubscriptionStatus
{
    /// <summary>Ordered (or resumed with nothing left of what was paid) and not yet paid; nothing runs.</summary>
    AwaitingPayment,

    /// <summary>It runs.</summary>
    Active,

    /// <summary>It runs on unpaid; past the house's grace days nothing is granted and no hours can be used.</summary>
    PastDue,

    /// <summary>At rest: nothing is billed or granted (FLU-10).</summary>
    Paused,

    /// <summary>Over.</summary>
    Canceled,
}
