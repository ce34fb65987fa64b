namespace Storefront.Features.Payments.Sync;

/// <summary>Something at Stripe belongs to nobody or nothing that is known here, so far. It is kept, shown to staff and tried again.</summary>
public sealed class UnassignableException(string message) : Exception(message);
