using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>What whoever bills a subscription is to be told.</summary>
/// <param name="ChangeId">The change that it is about; the key of everything that is asked for.</param>
/// <param name="Attempt">How often it has been told, this time included.</param>
/// <param name="StripeSubscriptionId">The subscription at Stripe.</param>
/// <param name="Wanted">The subscription as it is to be.</param>
/// <param name="Policies">The rules it is under.</param>
/// <param name="Preview">What was confirmed; null where no money moves.</param>
/// <param name="Resumes">Whether a pause ends by it.</param>
/// <param name="Language">BCP 47 tag of what the customer reads on its invoices.</param>
public sealed record BillingOrder(
    PlanChangeId ChangeId,
    int Attempt,
    string StripeSubscriptionId,
    SubscriptionState Wanted,
    SubscriptionPolicies Policies,
    ChangePreview? Preview,
    bool Resumes,
    string Language);
