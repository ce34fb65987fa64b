namespace Storefront.Stripe.Subscriptions;

public sealed class SubscriptionItemCreateOptions : BaseOptions
{
    /// <summary>Required: the subscription's id.</summary>
    public string? Subscription { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? PaymentBehavior { get; set; }

    public string? Price { get; set; }

    public SubscriptionItemPriceDataOptions? PriceData { get; set; }

    /// <summary><c>create_prorations</c>, <c>always_invoice</c> or <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }

    public DateTimeOffset? ProrationDate { get; set; }

    public long? Quantity { get; set; }

    public List<string>? TaxRates { get; set; }
}

public sealed class SubscriptionItemUpdateOptions : BaseOptions
{
    public Dictionary<string, string?>? Metadata { get; set; }

    public bool? OffSession { get; set; }

    public string? PaymentBehavior { get; set; }

    public string? Price { get; set; }

    public SubscriptionItemPriceDataOptions? PriceData { get; set; }

    /// <summary><c>create_prorations</c>, <c>always_invoice</c> or <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }

    public DateTimeOffset? ProrationDate { get; set; }

    public long? Quantity { get; set; }

    public List<string>? TaxRates { get; set; }
}

public sealed class SubscriptionItemDeleteOptions : BaseOptions
{
    public string? ProrationBehavior { get; set; }

    public DateTimeOffset? ProrationDate { get; set; }
}

public sealed class SubscriptionItemGetOptions : BaseOptions;

public sealed class SubscriptionItemListOptions : ListOptions
{
    /// <summary>Required: the subscription's id.</summary>
    public string? Subscription { get; set; }
}
