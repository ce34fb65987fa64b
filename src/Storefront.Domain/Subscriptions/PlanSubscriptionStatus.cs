namespace Storefront.Domain.Subscriptions;

/// <summary>Where a subscription stands.</summary>
public enum PlanSubscriptionStatus
{
    /// <summary>Ordered; nothing is granted before the payment.</summary>
    AwaitingPayment,

    /// <summary>Paid for.</summary>
    Active,

    /// <summary>A renewal has not been paid.</summary>
    PastDue,

    /// <summary>At rest: nothing is billed or granted (FLU-10).</summary>
    Paused,

    /// <summary>Over.</summary>
    Canceled,
}
