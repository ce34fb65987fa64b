using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions;

/// <summary>
/// A plan that an account bought, with the terms it was sold under: plan, price and policies are read from the pinned version of the
/// handbook until the plan changes (COM-04). Dates are days in the house's zone; ends are exclusive.
/// </summary>
public sealed class PlanSubscription
{
    public required AccountId AccountId { get; init; }

    public required SubscriptionId Id { get; init; }

    public required string PlanKey { get; set; }

    public required BillingInterval Interval { get; set; }

    /// <summary>Hash of the handbook it was sold under.</summary>
    public required string HandbookVersion { get; set; }

    public required PlanSubscriptionStatus Status { get; set; }

    /// <summary>How it is paid, by the handbook's key: <c>stripe</c>, <c>transfer</c> …</summary>
    public required string PaymentMethod { get; set; }

    /// <summary>Net price of a paid term.</summary>
    public required Money Net { get; set; }

    public required Money Tax { get; set; }

    public required Money Total { get; set; }

    /// <summary>The day from which terms and periods are counted.</summary>
    public required LocalDate Anchor { get; set; }

    /// <summary>First day of the term that is paid for; null before the first payment.</summary>
    public LocalDate? PaidTermStart { get; set; }

    /// <summary>The day after the last that is paid for.</summary>
    public LocalDate? PaidTermEnd { get; set; }

    /// <summary>First day of the billing period that was last opened on the ledger.</summary>
    public LocalDate? PeriodStart { get; set; }

    /// <summary>The day after the last of that period: when the next one opens.</summary>
    public LocalDate? PeriodEnd { get; set; }

    public required Instant CreatedAt { get; init; }

    public Instant? ActivatedAt { get; set; }

    /// <summary>When the payment of a renewal was first missed; null while nothing is owed.</summary>
    public Instant? PastDueSince { get; set; }

    /// <summary>The day on which the pause begins; null when none is asked for.</summary>
    public LocalDate? PausesOn { get; set; }

    public Instant? PausedAt { get; set; }

    /// <summary>The day on which it ends by the customer's wish; null when it goes on.</summary>
    public LocalDate? CancelsOn { get; set; }

    public Instant? CanceledAt { get; set; }

    /// <summary>The plan that comes on <see cref="ScheduledOn"/>: a downgrade, or the way back from a temporary upgrade.</summary>
    public string? ScheduledPlanKey { get; set; }

    public BillingInterval? ScheduledInterval { get; set; }

    /// <summary>Hash of the handbook under which the scheduled change was agreed.</summary>
    public string? ScheduledHandbookVersion { get; set; }

    public LocalDate? ScheduledOn { get; set; }

    /// <summary>Whether the plan in force is an upgrade that goes back by itself (FLU-06).</summary>
    public bool IsTemporary { get; set; }

    public string? StripeSubscriptionId { get; set; }

    public string? StripeSubscriptionItemId { get; set; }
}
