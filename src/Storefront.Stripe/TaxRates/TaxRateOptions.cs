namespace Storefront.Stripe.TaxRates;

public sealed class TaxRateCreateOptions : BaseOptions
{
    public bool? Active { get; set; }

    /// <summary>ISO 3166-1, two letters.</summary>
    public string? Country { get; set; }

    public string? Description { get; set; }

    /// <summary>Required; what the customer reads, such as <c>IVA</c>.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Required: whether amounts hold the tax already.</summary>
    public bool? Inclusive { get; set; }

    public string? Jurisdiction { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    /// <summary>Required: 0 to 100, up to four decimal places.</summary>
    public decimal? Percentage { get; set; }
}

public sealed class TaxRateUpdateOptions : BaseOptions
{
    public bool? Active { get; set; }

    public string? Description { get; set; }

    public string? DisplayName { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }
}

public sealed class TaxRateGetOptions : BaseOptions;

public sealed class TaxRateListOptions : ListOptions
{
    public bool? Active { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public bool? Inclusive { get; set; }
}
