using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Stripe.Infrastructure;

/// <summary>How Stripe writes JSON: snake case, instants as seconds since 1970, decimals as strings.</summary>
internal static class StripeJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new UnixTimeConverter(), new ExpandableFieldConverterFactory() },
    };

    /// <summary>The object in a successful answer.</summary>
    /// <exception cref="StripeException">The answer is not such an object: a proxy's page, say.</exception>
    public static T Read<T>(StripeResponse response)
        where T : StripeEntity
    {
        try
        {
            return JsonSerializer.Deserialize<T>(response.Content, Options) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException fault)
        {
            throw ErrorHelper.NotStripe(response, fault);
        }
    }
}
