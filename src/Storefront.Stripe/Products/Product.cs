using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Prices;

namespace Storefront.Stripe.Products;

/// <summary>What is sold; a <see cref="Price"/> says for how much.</summary>
public sealed class Product : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "product";

    public bool Active { get; set; }

    public DateTimeOffset Created { get; set; }

    [JsonIgnore]
    public string? DefaultPriceId => InternalDefaultPrice?.Id;

    [JsonIgnore]
    public Price? DefaultPrice => InternalDefaultPrice?.ExpandedObject;

    /// <summary>True for what is left of a deleted product; nothing else than the id is set then.</summary>
    public bool? Deleted { get; set; }

    public string? Description { get; set; }

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    public string Name { get; set; } = "";

    public string? TaxCode { get; set; }

    public DateTimeOffset Updated { get; set; }

    public string? Url { get; set; }

    [JsonInclude]
    [JsonPropertyName("default_price")]
    internal ExpandableField<Price>? InternalDefaultPrice { get; set; }
}
