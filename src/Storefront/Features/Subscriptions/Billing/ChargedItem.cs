using Storefront.Stripe;
using Storefront.Stripe.Invoices;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>A line of a change's price: previewed as it will be charged, and charged as it was previewed.</summary>
internal static class ChargedItem
{
    internal const string ChangeKey = "plan_change";
    internal const string LineKey = "line";

    /// <summary>The line's name, unique in its change.</summary>
    public static string Line(this InvoiceCreatePreviewInvoiceItemOptions charge) => charge.Metadata![LineKey]!;

    /// <summary>What creates the item as it was previewed: on the invoice, or else waiting for the subscription's next one.</summary>
    public static InvoiceItemCreateOptions On(
        this InvoiceCreatePreviewInvoiceItemOptions charge, string? customer, string? subscription = null, string? invoice = null)
    {
        return new InvoiceItemCreateOptions
        {
            Customer = customer,
            Subscription = subscription,
            Invoice = invoice,
            Amount = charge.Amount,
            Currency = charge.Currency,
            Description = charge.Description,
            Metadata = charge.Metadata,
            Period = charge.Period,
        };
    }

    /// <summary>A request that is done once for a change, however often it is sent.</summary>
    public static RequestOptions Once(this BillingOrder order, string what) => new() { IdempotencyKey = $"plan-change:{order.ChangeId}:{what}" };
}
