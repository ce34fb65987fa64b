using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Checkout;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Does what has fallen due for one object.</summary>
internal static class DueWork
{
    public static void Run(Workspace work, JsonObject json)
    {
        switch (json.Text("object"))
        {
            case "checkout.session":
                CheckoutCompletion.Expire(work, json);
                break;
            case "subscription":
                work.SubscriptionCycle.Run(json);
                break;
            default:
                RunInvoice(work, json);
                break;
        }
    }

    private static void RunInvoice(Workspace work, JsonObject invoice)
    {
        if (invoice.Text("status") == "draft")
        {
            work.Invoices.FinalizeAndCollect(invoice);
        }
        else
        {
            work.Invoices.Collect(invoice, paymentMethod: null, ChargeOccasion.OffSession);
        }
    }
}
