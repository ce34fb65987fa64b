using System.Text.Json.Serialization;

namespace Storefront.Stripe;

/// <summary>A range of instants, whole seconds; each bound that is null is open.</summary>
public sealed class DateRangeOptions : INestedOptions
{
    /// <summary>After this instant.</summary>
    [JsonPropertyName("gt")]
    public DateTimeOffset? GreaterThan { get; set; }

    /// <summary>At or after this instant.</summary>
    [JsonPropertyName("gte")]
    public DateTimeOffset? GreaterThanOrEqual { get; set; }

    /// <summary>Before this instant.</summary>
    [JsonPropertyName("lt")]
    public DateTimeOffset? LessThan { get; set; }

    /// <summary>At or before this instant.</summary>
    [JsonPropertyName("lte")]
    public DateTimeOffset? LessThanOrEqual { get; set; }
}
