using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>What a change finds: the subscription and its hours, settled, under which rules, and what is sold now.</summary>
public sealed record ChangeSituation(
    PlanChangeId Id, SubscriptionState Subscription, HourLedger Ledger, SubscriptionPolicies Policies, Handbook Present, Instant Now);
