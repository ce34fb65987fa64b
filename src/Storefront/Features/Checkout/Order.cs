using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Features.Checkout;

/// <summary>What an account asked to buy, at the price it was shown; stays payable until it is paid, expires or is withdrawn.</summary>
public sealed class Order
{
    public required AccountId AccountId { get; init; }

    public required OrderId Id { get; init; }

    /// <summary>What people quote when they pay or ask; unique in the house.</summary>
    public required string Reference { get; init; }

    public required string PlanKey { get; init; }

    public required BillingInterval Interval { get; init; }

    /// <summary>Hash of the handbook whose price it has.</summary>
    public required string HandbookVersion { get; init; }

    public required Money Net { get; init; }

    public required Money Tax { get; init; }

    public required Money Total { get; init; }

    /// <summary>By the handbook's key: <c>stripe</c>, <c>transfer</c> …</summary>
    public required string PaymentMethod { get; init; }

    public required OrderStatus Status { get; set; }

    /// <summary>The buyer's key: the same key with the same order gives the same answer.</summary>
    public required string IdempotencyKey { get; init; }

    public string? StripeSessionId { get; set; }

    /// <summary>Where it can be paid; null when that is over or was never so.</summary>
    public string? CheckoutUrl { get; set; }

    /// <summary>How often a payment page was asked for: part of the key under which Stripe is called.</summary>
    public int CheckoutAttempts { get; set; }

    /// <summary>Why the last payment failed, as Stripe's code; null when none has.</summary>
    public string? DeclineCode { get; set; }

    public required UserId OrderedBy { get; init; }

    public required Instant OrderedAt { get; init; }

    /// <summary>From when on it cannot be paid, exclusive; null when it never expires.</summary>
    public Instant? ExpiresAt { get; set; }

    /// <summary>When it was paid, expired or was canceled; null while it awaits its payment.</summary>
    public Instant? SettledAt { get; set; }

    /// <summary>What it became.</summary>
    public SubscriptionId? SubscriptionId { get; set; }
}
