namespace Storefront.Stripe.Invoices;

public sealed class InvoiceItemCreateOptions : BaseOptions
{
    /// <summary>In the currency's minor unit; negative for a credit. Either this or a price.</summary>
    public long? Amount { get; set; }

    /// <summary>ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    /// <summary>The customer's id.</summary>
    public string? Customer { get; set; }

    /// <summary>What the customer reads on the invoice.</summary>
    public string? Description { get; set; }

    public bool? Discountable { get; set; }

    /// <summary>A draft to put it on; null leaves it waiting for the next invoice.</summary>
    public string? Invoice { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public InvoiceItemPeriodOptions? Period { get; set; }

    public InvoiceItemPriceDataOptions? PriceData { get; set; }

    public InvoiceItemPricingOptions? Pricing { get; set; }

    public long? Quantity { get; set; }

    /// <summary>Waits for an invoice of this subscription and no other.</summary>
    public string? Subscription { get; set; }

    public string? TaxBehavior { get; set; }

    public List<string>? TaxRates { get; set; }
}

public sealed class InvoiceItemUpdateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public InvoiceItemPeriodOptions? Period { get; set; }

    public InvoiceItemPricingOptions? Pricing { get; set; }

    public long? Quantity { get; set; }

    public string? TaxBehavior { get; set; }

    public List<string>? TaxRates { get; set; }
}

/// <summary>What an item is for; the end is exclusive. Both are required.</summary>
public sealed class InvoiceItemPeriodOptions : INestedOptions
{
    public DateTimeOffset? Start { get; set; }

    public DateTimeOffset? End { get; set; }
}

/// <summary>A price made for this one use.</summary>
public sealed class InvoiceItemPriceDataOptions : INestedOptions
{
    /// <summary>Required; ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    /// <summary>Required: the id of a product.</summary>
    public string? Product { get; set; }

    public string? TaxBehavior { get; set; }

    public long? UnitAmount { get; set; }

    public decimal? UnitAmountDecimal { get; set; }
}

public sealed class InvoiceItemPricingOptions : INestedOptions
{
    /// <summary>The id of a price.</summary>
    public string? Price { get; set; }
}

public sealed class InvoiceItemGetOptions : BaseOptions;

public sealed class InvoiceItemDeleteOptions : BaseOptions;

public sealed class InvoiceItemListOptions : ListOptions
{
    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public string? Customer { get; set; }

    public string? Invoice { get; set; }

    /// <summary>True lists those that wait, false those that do not.</summary>
    public bool? Pending { get; set; }
}
