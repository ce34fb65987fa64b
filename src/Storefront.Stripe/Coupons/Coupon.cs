using System.Diagnostics.CodeAnalysis;

namespace Storefront.Stripe.Coupons;

/// <summary>Something taken off what a customer pays: an amount or a share, once or for longer.</summary>
public sealed class Coupon : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "coupon";

    /// <summary>In the currency's minor unit; null for a share.</summary>
    public long? AmountOff { get; set; }

    public DateTimeOffset Created { get; set; }

    /// <summary>Of <see cref="AmountOff"/>; ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public bool? Deleted { get; set; }

    /// <summary><c>once</c>, <c>repeating</c> or <c>forever</c>.</summary>
    public string Duration { get; set; } = "";

    public bool Livemode { get; set; }

    /// <summary>How often it can be used in all; null for any number of times.</summary>
    public long? MaxRedemptions { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    /// <summary>What the customer reads.</summary>
    public string? Name { get; set; }

    /// <summary>More than 0, at most 100; null for an amount.</summary>
    public decimal? PercentOff { get; set; }

    public DateTimeOffset? RedeemBy { get; set; }

    public long TimesRedeemed { get; set; }

    /// <summary>Whether it can still be used.</summary>
    public bool Valid { get; set; }
}
