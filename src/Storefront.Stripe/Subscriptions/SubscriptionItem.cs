using System.Diagnostics.CodeAnalysis;
using Storefront.Stripe.Prices;
using Storefront.Stripe.TaxRates;

namespace Storefront.Stripe.Subscriptions;

/// <summary>One price of a subscription, and the period that it is in.</summary>
public sealed class SubscriptionItem : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "subscription_item";

    public DateTimeOffset Created { get; set; }

    /// <summary>Exclusive; when the item renews.</summary>
    public DateTimeOffset CurrentPeriodEnd { get; set; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset CurrentPeriodStart { get; set; }

    public bool? Deleted { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    public Price Price { get; set; } = new();

    public long? Quantity { get; set; }

    /// <summary>The subscription's id.</summary>
    public string Subscription { get; set; } = "";

    [AllowNull]
    public List<TaxRate> TaxRates { get; set => field = value ?? []; } = [];
}
