using System.Text.Json.Serialization;

namespace Storefront.Stripe;

/// <summary>An object of Stripe's. Members that are not described here are ignored.</summary>
public abstract class StripeEntity
{
    /// <summary>The answer that this object came with; null for objects inside others and for those of events.</summary>
    [JsonIgnore]
    public StripeResponse? StripeResponse { get; internal set; }
}
