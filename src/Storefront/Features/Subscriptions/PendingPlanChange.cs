using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Subscriptions;

/// <summary>
/// A change that has been recorded and has to be told to Stripe before it acts. No transaction spans the call: recorded, called
/// with the idempotency key, applied in a second transaction; a sweep finishes what a crash left.
/// </summary>
public sealed class PendingPlanChange
{
    public required AccountId AccountId { get; init; }

    public required PlanChangeId Id { get; init; }

    public required SubscriptionId SubscriptionId { get; init; }

    /// <summary>What is done: <c>change-plan</c>, <c>pause</c>, <c>resume</c>, <c>cancel</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Sent to Stripe, and unique in the account.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>What was previewed and confirmed, as JSON.</summary>
    public required string Terms { get; init; }

    public required Instant RequestedAt { get; init; }

    public UserId? RequestedBy { get; init; }

    public PendingPlanChangeState State { get; set; }

    /// <summary>Calls made so far.</summary>
    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public Instant? FinishedAt { get; set; }

    /// <summary>The order on which its adjustment is asked for; null where it is none yet, or somebody else charges it.</summary>
    public OrderId? AskedWith { get; set; }
}
