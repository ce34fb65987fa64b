namespace Storefront.Stripe.Checkout;

/// <summary>One thing that is bought.</summary>
public sealed class SessionLineItemOptions : INestedOptions
{
    public Dictionary<string, string?>? Metadata { get; set; }

    /// <summary>The id of a price, never its lookup key; either this or <see cref="PriceData"/>.</summary>
    public string? Price { get; set; }

    public SessionLineItemPriceDataOptions? PriceData { get; set; }

    public long? Quantity { get; set; }

    public List<string>? TaxRates { get; set; }
}

/// <summary>A price made for this one use.</summary>
public sealed class SessionLineItemPriceDataOptions : INestedOptions
{
    /// <summary>Required; ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    /// <summary>The id of a product; either this or <see cref="ProductData"/>.</summary>
    public string? Product { get; set; }

    public SessionLineItemPriceDataProductDataOptions? ProductData { get; set; }

    /// <summary>Null for what is paid once.</summary>
    public SessionLineItemPriceDataRecurringOptions? Recurring { get; set; }

    /// <summary><c>exclusive</c>, <c>inclusive</c> or <c>unspecified</c>.</summary>
    public string? TaxBehavior { get; set; }

    /// <summary>In the currency's minor unit.</summary>
    public long? UnitAmount { get; set; }

    public decimal? UnitAmountDecimal { get; set; }
}

public sealed class SessionLineItemPriceDataProductDataOptions : INestedOptions
{
    public string? Description { get; set; }

    public List<string>? Images { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    /// <summary>Required.</summary>
    public string? Name { get; set; }

    public string? TaxCode { get; set; }
}

public sealed class SessionLineItemPriceDataRecurringOptions : INestedOptions
{
    /// <summary>Required: <c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</summary>
    public string? Interval { get; set; }

    public long? IntervalCount { get; set; }
}
