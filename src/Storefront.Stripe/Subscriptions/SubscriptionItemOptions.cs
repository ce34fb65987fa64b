namespace Storefront.Stripe.Subscriptions;

/// <summary>An item within the parameters of a subscription; with <see cref="Id"/>, in an update only, it changes that item, without it adds one.</summary>
public sealed class SubscriptionItemOptions : INestedOptions
{
    public string? Id { get; set; }

    /// <summary>In an update only: takes the item away.</summary>
    public bool? Deleted { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    /// <summary>The id of a price; either this or <see cref="PriceData"/>.</summary>
    public string? Price { get; set; }

    public SubscriptionItemPriceDataOptions? PriceData { get; set; }

    public long? Quantity { get; set; }

    public List<string>? TaxRates { get; set; }
}

/// <summary>A price made for this one use.</summary>
public sealed class SubscriptionItemPriceDataOptions : INestedOptions
{
    /// <summary>Required; ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    /// <summary>Required: the id of a product.</summary>
    public string? Product { get; set; }

    /// <summary>Required.</summary>
    public SubscriptionItemPriceDataRecurringOptions? Recurring { get; set; }

    public string? TaxBehavior { get; set; }

    /// <summary>In the currency's minor unit.</summary>
    public long? UnitAmount { get; set; }

    public decimal? UnitAmountDecimal { get; set; }
}

public sealed class SubscriptionItemPriceDataRecurringOptions : INestedOptions
{
    /// <summary>Required: <c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</summary>
    public string? Interval { get; set; }

    public long? IntervalCount { get; set; }
}
