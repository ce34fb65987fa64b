namespace Storefront.Features.Subscriptions;

public enum PendingPlanChangeState
{
    /// <summary>Stripe may or may not have heard of it.</summary>
    Recorded,

    /// <summary>It waits for the payment of the order that was placed for it.</summary>
    Ordered,

    /// <summary>In force.</summary>
    Applied,

    /// <summary>Stripe said no, or the figures no longer agree; nothing was changed.</summary>
    Refused,
}
