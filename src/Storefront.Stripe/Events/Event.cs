namespace Storefront.Stripe.Events;

/// <summary>That something happened at Stripe. It may come twice, late, and before the answer to the request that caused it.</summary>
public sealed class Event : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "event";

    /// <summary>The connected account where it happened.</summary>
    public string? Account { get; set; }

    /// <summary>The version in which <see cref="Data"/> is written; null for some old events.</summary>
    public string? ApiVersion { get; set; }

    public DateTimeOffset Created { get; set; }

    public EventData Data { get; set; } = new();

    public bool Livemode { get; set; }

    /// <summary>How many endpoints have not taken it yet.</summary>
    public long PendingWebhooks { get; set; }

    /// <summary>The request that caused it; null when none did.</summary>
    public EventRequest? Request { get; set; }

    /// <summary>One of <see cref="EventTypes"/>, or another.</summary>
    public string Type { get; set; } = "";
}

/// <summary>The request that caused an event.</summary>
public sealed class EventRequest
{
    public string? Id { get; set; }

    public string? IdempotencyKey { get; set; }
}
