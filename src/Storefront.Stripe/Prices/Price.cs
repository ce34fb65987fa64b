using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Products;

namespace Storefront.Stripe.Prices;

/// <summary>What a product costs, once or each interval.</summary>
public sealed class Price : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "price";

    public bool Active { get; set; }

    /// <summary><c>per_unit</c> or <c>tiered</c>.</summary>
    public string BillingScheme { get; set; } = "";

    public DateTimeOffset Created { get; set; }

    /// <summary>ISO 4217, lower case.</summary>
    public string Currency { get; set; } = "";

    public bool? Deleted { get; set; }

    public bool Livemode { get; set; }

    /// <summary>A name by which a price can be found, and which can be passed on to its successor.</summary>
    public string? LookupKey { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    public string? Nickname { get; set; }

    [JsonIgnore]
    public string ProductId => InternalProduct?.Id ?? "";

    [JsonIgnore]
    public Product? Product => InternalProduct?.ExpandedObject;

    /// <summary>Null for a price that is paid once.</summary>
    public PriceRecurring? Recurring { get; set; }

    /// <summary><c>exclusive</c>, <c>inclusive</c> or <c>unspecified</c>.</summary>
    public string? TaxBehavior { get; set; }

    /// <summary><c>one_time</c> or <c>recurring</c>.</summary>
    public string Type { get; set; } = "";

    /// <summary>In the currency's minor unit; null when it is no whole number of them.</summary>
    public long? UnitAmount { get; set; }

    /// <summary>In the currency's minor unit, up to 12 decimal places.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public decimal? UnitAmountDecimal { get; set; }

    [JsonInclude]
    [JsonPropertyName("product")]
    internal ExpandableField<Product>? InternalProduct { get; set; }
}

/// <summary>How often a price is charged.</summary>
public sealed class PriceRecurring
{
    /// <summary><c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</summary>
    public string Interval { get; set; } = "";

    public long IntervalCount { get; set; }

    /// <summary><c>licensed</c> or <c>metered</c>.</summary>
    public string UsageType { get; set; } = "";
}
