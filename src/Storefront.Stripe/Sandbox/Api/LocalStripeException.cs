using System.Text.Json.Nodes;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>An answer of the API that is an error, in Stripe's words and with Stripe's codes.</summary>
internal sealed class LocalStripeException(int status, JsonObject error, bool keepsEffects = false)
    : Exception(error["message"]?.GetValue<string>())
{
    public int Status => status;

    public JsonObject Error => error;

    /// <summary>Whether what was done before the error stays: a failed payment attempt is part of the history.</summary>
    public bool KeepsEffects => keepsEffects;

    public string? Code => error["code"]?.GetValue<string>();

    public string? DeclineCode => error["decline_code"]?.GetValue<string>();
}
