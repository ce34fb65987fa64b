using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Store.EventLog;

namespace Storefront.Features.Subscriptions;

/// <summary>Something that happened to a subscription, as the account's log keeps it.</summary>
public abstract record SubscriptionLogged(SubscriptionId SubscriptionId) : AccountEvent;

/// <summary>It was paid and runs. <paramref name="TermEnd"/> is exclusive, as every end here.</summary>
[EventType("subscription.started")]
public sealed record SubscriptionStarted(
    SubscriptionId SubscriptionId, string PlanKey, BillingInterval Interval, LocalDate TermStart, LocalDate TermEnd) : SubscriptionLogged(SubscriptionId);

[EventType("subscription.period-started")]
public sealed record BillingPeriodStarted(SubscriptionId SubscriptionId, LocalDate Start, LocalDate End) : SubscriptionLogged(SubscriptionId);

/// <summary>A paid term began that is to be paid, at that net price.</summary>
[EventType("subscription.renewal-due")]
public sealed record RenewalDue(SubscriptionId SubscriptionId, LocalDate TermStart, LocalDate TermEnd, long Net, string Currency)
    : SubscriptionLogged(SubscriptionId);

[EventType("subscription.renewed")]
public sealed record SubscriptionRenewed(SubscriptionId SubscriptionId, LocalDate TermStart, LocalDate TermEnd) : SubscriptionLogged(SubscriptionId);

[EventType("subscription.past-due")]
public sealed record SubscriptionPastDue(SubscriptionId SubscriptionId) : SubscriptionLogged(SubscriptionId);

/// <summary>Another plan or interval is in force.</summary>
[EventType("subscription.plan-changed")]
public sealed record SubscriptionPlanChanged(
    SubscriptionId SubscriptionId, string FromPlanKey, string PlanKey, BillingInterval Interval, PlanChangeReason Reason)
    : SubscriptionLogged(SubscriptionId);

/// <summary>A change is put down for the paid term that begins that day.</summary>
[EventType("subscription.change-scheduled")]
public sealed record SubscriptionChangeScheduled(SubscriptionId SubscriptionId, string PlanKey, BillingInterval Interval, LocalDate On)
    : SubscriptionLogged(SubscriptionId);

/// <summary>A downgrade waits until advances are repaid (FLU-08).</summary>
[EventType("subscription.downgrade-postponed")]
public sealed record SubscriptionDowngradePostponed(SubscriptionId SubscriptionId, string PlanKey, LocalDate On, int OwedMinutes)
    : SubscriptionLogged(SubscriptionId);

/// <summary>A period began for which a plan was earned; where the plan in force is as high, it was not needed (FEN-02).</summary>
[EventType("subscription.plan-earned")]
public sealed record SubscriptionPlanEarned(SubscriptionId SubscriptionId, string PlanKey, LocalDate Start, LocalDate End, bool IsNeeded)
    : SubscriptionLogged(SubscriptionId);

/// <summary>A pause, a cancellation or a scheduled change was asked for or taken back.</summary>
[EventType("subscription.wish-changed")]
public sealed record SubscriptionWishChanged(SubscriptionId SubscriptionId, SubscriptionWish Wish, bool Withdrawn) : SubscriptionLogged(SubscriptionId);

[EventType("subscription.paused")]
public sealed record SubscriptionPauseBegan(SubscriptionId SubscriptionId) : SubscriptionLogged(SubscriptionId);

[EventType("subscription.resumed")]
public sealed record SubscriptionPauseEnded(SubscriptionId SubscriptionId, LocalDate TermStart, LocalDate TermEnd) : SubscriptionLogged(SubscriptionId);

[EventType("subscription.canceled")]
public sealed record SubscriptionEnded(SubscriptionId SubscriptionId) : SubscriptionLogged(SubscriptionId);
