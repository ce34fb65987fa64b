using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions;

/// <summary>A stored subscription with what rules need to know of it.</summary>
/// <param name="Row">The row, tracked when it was loaded to be changed.</param>
/// <param name="State">The subscription as it stands.</param>
/// <param name="Policies">What it was sold under (COM-04).</param>
public sealed record CurrentSubscription(PlanSubscription Row, SubscriptionState State, SubscriptionPolicies Policies);
