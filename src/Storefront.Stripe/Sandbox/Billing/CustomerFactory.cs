using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Makes customers.</summary>
internal static class CustomerFactory
{
    public static JsonObject New(Workspace work, string? email, string? name) => new JsonObject
    {
        ["id"] = Identifiers.New("cus", 14),
        ["object"] = "customer",
        ["balance"] = 0,
        ["created"] = work.Now,
        ["delinquent"] = false,
        ["email"] = email,
        ["invoice_prefix"] = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", 8),
        ["invoice_settings"] = new JsonObject
        {
            ["custom_fields"] = null,
            ["default_payment_method"] = null,
            ["footer"] = null,
            ["rendering_options"] = null,
        },
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["name"] = name,
        ["next_invoice_sequence"] = 1,
        ["preferred_locales"] = new JsonArray(),
        ["tax_exempt"] = "none",
    }.WithNulls("address", "currency", "customer_account", "default_source", "description", "discount", "phone", "shipping", "test_clock");
}
