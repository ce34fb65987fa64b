using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments;

/// <summary>An event as Stripe sent it, kept before anything is done with it.</summary>
public sealed class WebhookEvent
{
    public required WebhookEventId Id { get; init; }

    /// <summary>Stripe's own id, which makes a repeated delivery visible.</summary>
    public required string StripeEventId { get; init; }

    public required string Type { get; init; }

    /// <summary>The body, byte for byte as text; empty once it has been processed and is old.</summary>
    public required string Raw { get; init; }

    public required Instant ReceivedAt { get; init; }

    public WebhookEventState State { get; set; }

    /// <summary>How often it was processed, the failures included.</summary>
    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public Instant? ProcessedAt { get; set; }

    /// <summary>Whose it was found to be.</summary>
    public AccountId? AccountId { get; set; }
}
