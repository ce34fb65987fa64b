namespace Storefront.Stripe.Coupons;

public sealed class CouponCreateOptions : BaseOptions
{
    /// <summary>In the currency's minor unit; either this or <see cref="PercentOff"/>.</summary>
    public long? AmountOff { get; set; }

    /// <summary>Required with <see cref="AmountOff"/>.</summary>
    public string? Currency { get; set; }

    /// <summary><c>once</c>, the default, <c>repeating</c> or <c>forever</c>: how long it lasts on a subscription.</summary>
    public string? Duration { get; set; }

    /// <summary>The caller's own; Stripe makes one up otherwise.</summary>
    public string? Id { get; set; }

    /// <summary>How often it can be used in all.</summary>
    public long? MaxRedemptions { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    /// <summary>What the customer reads, at most 40 characters.</summary>
    public string? Name { get; set; }

    /// <summary>More than 0, at most 100.</summary>
    public decimal? PercentOff { get; set; }

    public DateTimeOffset? RedeemBy { get; set; }
}

public sealed class CouponGetOptions : BaseOptions;

public sealed class CouponDeleteOptions : BaseOptions;

public sealed class CouponListOptions : ListOptions
{
    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }
}
