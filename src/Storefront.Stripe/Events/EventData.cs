using System.Text.Json;
using System.Text.Json.Serialization;
using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe.Events;

/// <summary>What an event is about, as it was then; for what is true now, get the object itself.</summary>
public sealed class EventData
{
    /// <summary>The object by its own type, such as <see cref="Checkout.Session"/>; null for types that are not described here.</summary>
    /// <exception cref="JsonException">The object is written in another version, which differs from this one.</exception>
    [JsonIgnore]
    public IHasObject? Object => field ??= StripeTypes.Read(RawObject);

    /// <summary>The object as it was sent.</summary>
    [JsonPropertyName("object")]
    public JsonElement RawObject { get; set; }

    /// <summary>With <c>….updated</c>: the members that changed, with their values from before.</summary>
    public JsonElement? PreviousAttributes { get; set; }
}
