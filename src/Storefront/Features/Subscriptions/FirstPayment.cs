using NodaTime;

namespace Storefront.Features.Subscriptions;

/// <summary>The payment with which a subscription begins.</summary>
/// <param name="BusinessKey">What the payment is by its nature, such as Stripe's invoice: it pays one term, however often it is told.</param>
/// <param name="StripeSubscriptionId">The subscription at Stripe that will renew it; null where Stripe has no part in it.</param>
/// <param name="StripeSubscriptionItemId">That subscription's one item; null without a subscription.</param>
/// <param name="PaidAt">When it was paid, which may be a while ago; null when it is paid at this moment.</param>
public sealed record FirstPayment(string BusinessKey, string? StripeSubscriptionId = null, string? StripeSubscriptionItemId = null, Instant? PaidAt = null);
