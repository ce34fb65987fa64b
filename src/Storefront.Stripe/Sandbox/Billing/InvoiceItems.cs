using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Makes items that wait for an invoice.</summary>
internal static class InvoiceItems
{
    public static JsonObject New(Workspace work, string customer, long amount, string currency, JsonObject? subscription) => new()
    {
        ["id"] = Identifiers.New("ii"),
        ["object"] = "invoiceitem",
        ["amount"] = amount,
        ["currency"] = currency,
        ["customer"] = customer,
        ["customer_account"] = null,
        ["date"] = work.Now,
        ["description"] = null,
        ["discountable"] = true,
        ["discounts"] = new JsonArray(),
        ["invoice"] = null,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["net_amount"] = amount,
        ["parent"] = subscription is null ? null : new JsonObject
        {
            ["subscription_details"] = new JsonObject { ["subscription"] = subscription.Text("id") },
            ["type"] = "subscription_details",
        },
        ["period"] = new JsonObject { ["end"] = work.Now, ["start"] = work.Now },
        ["pricing"] = null,
        ["proration"] = false,
        ["quantity"] = 1,
        ["quantity_decimal"] = "1",
        ["tax_rates"] = new JsonArray(),
        ["test_clock"] = work.Store.Find("customer", customer)?.TextOrNull("test_clock"),
        ["_subscription"] = subscription?.Text("id"),
    };

    public static void Add(Workspace work, JsonObject item)
    {
        work.Store.Add(item);
        work.Events.Record("invoiceitem.created", item);
    }
}
