namespace Storefront.Stripe.Events;

public sealed class EventGetOptions : BaseOptions;

public sealed class EventListOptions : ListOptions
{
    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    /// <summary>False lists those that an endpoint has not taken.</summary>
    public bool? DeliverySuccess { get; set; }

    /// <summary>One type, or a group such as <c>invoice.*</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Up to twenty types.</summary>
    public List<string>? Types { get; set; }
}
