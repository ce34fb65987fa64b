using System.Text.Json.Nodes;

namespace Storefront.Stripe.Sandbox.Storage;

/// <summary>Says when an object next asks for attention by itself, in seconds of business time; null when never.</summary>
internal static class DueInstant
{
    /// <summary>How long a subscription waits for its first payment.</summary>
    public const long IncompleteSeconds = 23 * 3600;

    public static long? Of(JsonObject json) => json.TextOrNull("object") switch
    {
        "checkout.session" => json.TextOrNull("status") == "open" ? json.Number("expires_at") : null,
        "invoice" => OfInvoice(json),
        "subscription" => OfSubscription(json),
        _ => null,
    };

    private static long? OfInvoice(JsonObject invoice) => invoice.TextOrNull("status") switch
    {
        "draft" when invoice.Flag("auto_advance") => invoice.NumberOrNull("automatically_finalizes_at"),
        "open" when invoice.Flag("auto_advance") => invoice.NumberOrNull("next_payment_attempt"),
        _ => null,
    };

    private static long? OfSubscription(JsonObject subscription) => subscription.Text("status") switch
    {
        "canceled" or "incomplete_expired" => null,
        "paused" => subscription.NumberOrNull("cancel_at"),
        "incomplete" => subscription.Number("created") + IncompleteSeconds,
        _ => new[]
        {
            subscription.NumberOrNull("cancel_at"),
            subscription.NumberOrNull("next_pending_invoice_item_invoice"),
            subscription.ObjectOrNull("pause_collection")?.NumberOrNull("resumes_at"),
            subscription.Elements("items").Select(item => item.NumberOrNull("current_period_end")).Min(),
        }.Min(),
    };
}
