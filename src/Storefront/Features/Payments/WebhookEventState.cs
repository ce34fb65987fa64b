namespace Storefront.Features.Payments;

public enum WebhookEventState
{
    /// <summary>Stored; waits for its first or next attempt.</summary>
    Received,

    /// <summary>Its effect is there.</summary>
    Processed,

    /// <summary>Of a type that means nothing here.</summary>
    Ignored,

    /// <summary>Could not be processed; is tried again, and visible to staff.</summary>
    Failed,
}
