namespace Storefront.Stripe.Products;

public sealed class ProductCreateOptions : BaseOptions
{
    /// <summary>Required.</summary>
    public string? Name { get; set; }

    public bool? Active { get; set; }

    public string? Description { get; set; }

    /// <summary>An id of one's own instead of a generated one.</summary>
    public string? Id { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? TaxCode { get; set; }

    public string? Url { get; set; }
}

public sealed class ProductUpdateOptions : BaseOptions
{
    public bool? Active { get; set; }

    /// <summary>The id of a price.</summary>
    public string? DefaultPrice { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? Name { get; set; }

    public string? TaxCode { get; set; }

    public string? Url { get; set; }
}

public sealed class ProductGetOptions : BaseOptions;

public sealed class ProductDeleteOptions : BaseOptions;

public sealed class ProductListOptions : ListOptions
{
    public bool? Active { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public List<string>? Ids { get; set; }
}
