namespace Storefront.Stripe;

/// <summary>What the client is written for.</summary>
public static class StripeConfiguration
{
    /// <summary>The version of Stripe's API that every request asks for and that the types here describe.</summary>
    public const string ApiVersion = "2026-10-28.endive";
}
