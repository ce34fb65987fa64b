using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>Something that happened to a subscription.</summary>
/// <param name="At">When it counts from.</param>
public abstract record SubscriptionEvent(Instant At);

/// <summary>It was paid for the first time, or again after a pause, and runs.</summary>
public sealed record SubscriptionActivated(Instant At, PlanTerms Terms, DateRun Term) : SubscriptionEvent(At);

/// <summary>A billing period began.</summary>
public sealed record PeriodStarted(Instant At, DateRun Period) : SubscriptionEvent(At);

/// <summary>A paid term began that has to be paid, at that net price.</summary>
public sealed record RenewalFellDue(Instant At, DateRun Term, Money Price) : SubscriptionEvent(At);

/// <summary>A paid term was paid.</summary>
public sealed record TermPaid(Instant At, DateRun Term) : SubscriptionEvent(At);

/// <summary>A payment failed, or was still missing after the grace days.</summary>
public sealed record BecamePastDue(Instant At) : SubscriptionEvent(At);

/// <summary>Another plan or interval is in force.</summary>
public sealed record PlanChanged(Instant At, PlanTerms From, PlanTerms To, PlanChangeReason Reason) : SubscriptionEvent(At);

/// <summary>A downgrade waits for another paid term because an advance is not repaid yet (FLU-08).</summary>
public sealed record DowngradePostponed(Instant At, ScheduledChange Change, int OwedMinutes) : SubscriptionEvent(At);

/// <summary>A period began for which a plan was earned (FEN-02).</summary>
/// <param name="At">When it began.</param>
/// <param name="Terms">The plan.</param>
/// <param name="Period">The period.</param>
/// <param name="IsNeeded">Whether it counts, being higher than the plan in force.</param>
public sealed record PlanEarned(Instant At, PlanTerms Terms, DateRun Period, bool IsNeeded) : SubscriptionEvent(At);

/// <summary>A change was put down for a later term.</summary>
public sealed record ChangeScheduled(Instant At, ScheduledChange Change) : SubscriptionEvent(At);

/// <summary>A pause, a cancellation or a scheduled change was asked for or withdrawn.</summary>
public sealed record WishChanged(Instant At, SubscriptionWish Wish, bool Withdrawn) : SubscriptionEvent(At);

public sealed record SubscriptionPaused(Instant At) : SubscriptionEvent(At);

public sealed record SubscriptionResumed(Instant At, DateRun Term) : SubscriptionEvent(At);

public sealed record SubscriptionCanceled(Instant At) : SubscriptionEvent(At);

/// <summary>Why another plan is in force.</summary>
public enum PlanChangeReason
{
    Upgrade,
    TemporaryUpgrade,
    TemporaryUpgradeEnded,
    Scheduled,
}

/// <summary>What a customer can ask for ahead of time.</summary>
public enum SubscriptionWish
{
    Pause,
    Cancellation,
    ScheduledChange,
}
