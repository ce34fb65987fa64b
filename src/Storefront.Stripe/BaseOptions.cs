using System.Text.Json.Serialization;

namespace Storefront.Stripe;

/// <summary>
/// The parameters of a request. Null is not sent; an empty string, an empty list and a null value in a dictionary unset what
/// was set, where Stripe allows it.
/// </summary>
public class BaseOptions : INestedOptions
{
    /// <summary>Paths of the fields to send whole instead of as an id, such as <c>latest_invoice.payments</c>.</summary>
    public List<string>? Expand { get; set; }

    /// <summary>Parameters that have no property here, by their full name, such as <c>automatic_tax[enabled]</c>; null sends the empty string.</summary>
    [JsonIgnore]
    public IDictionary<string, object?> ExtraParams { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    public void AddExpand(string path) => (Expand ??= []).Add(path);

    /// <summary>Adds to <see cref="ExtraParams"/>: <c>AddExtraParam("pause_collection", "")</c> unsets an object.</summary>
    public void AddExtraParam(string key, object? value) => ExtraParams[key] = value;
}
