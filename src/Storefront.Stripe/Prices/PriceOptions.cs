namespace Storefront.Stripe.Prices;

public sealed class PriceCreateOptions : BaseOptions
{
    /// <summary>Required; ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public bool? Active { get; set; }

    public string? LookupKey { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? Nickname { get; set; }

    /// <summary>The id of the product; either this or <see cref="ProductData"/>.</summary>
    public string? Product { get; set; }

    public PriceProductDataOptions? ProductData { get; set; }

    /// <summary>Null for a price that is paid once.</summary>
    public PriceRecurringOptions? Recurring { get; set; }

    /// <summary><c>exclusive</c>, <c>inclusive</c> or <c>unspecified</c>.</summary>
    public string? TaxBehavior { get; set; }

    /// <summary>Takes the lookup key away from the price that has it now.</summary>
    public bool? TransferLookupKey { get; set; }

    /// <summary>In the currency's minor unit.</summary>
    public long? UnitAmount { get; set; }

    public decimal? UnitAmountDecimal { get; set; }
}

public sealed class PriceProductDataOptions : INestedOptions
{
    public string? Id { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    /// <summary>Required.</summary>
    public string? Name { get; set; }

    public string? TaxCode { get; set; }
}

public sealed class PriceRecurringOptions : INestedOptions
{
    /// <summary>Required: <c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</summary>
    public string? Interval { get; set; }

    public long? IntervalCount { get; set; }

    public string? UsageType { get; set; }
}

public sealed class PriceUpdateOptions : BaseOptions
{
    public bool? Active { get; set; }

    public string? LookupKey { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? Nickname { get; set; }

    public string? TaxBehavior { get; set; }

    public bool? TransferLookupKey { get; set; }
}

public sealed class PriceGetOptions : BaseOptions;

public sealed class PriceListOptions : ListOptions
{
    public bool? Active { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public string? Currency { get; set; }

    /// <summary>Up to ten.</summary>
    public List<string>? LookupKeys { get; set; }

    public string? Product { get; set; }

    public PriceRecurringListOptions? Recurring { get; set; }

    /// <summary><c>one_time</c> or <c>recurring</c>.</summary>
    public string? Type { get; set; }
}

public sealed class PriceRecurringListOptions : INestedOptions
{
    public string? Interval { get; set; }

    public string? UsageType { get; set; }
}
