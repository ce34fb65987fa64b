using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Resources;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Checkout;

/// <summary>Makes checkout sessions from the parameters of the API.</summary>
internal static class CheckoutSessionFactory
{
    private const long SecondsPerDay = 86400;

    private static readonly string[] s_locales =
    [
        "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hi-IN", "hr", "hu",
        "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr",
        "vi", "zh", "zh-HK", "zh-TW",
    ];

    public static JsonObject Create(Workspace work, Parameters parameters)
    {
        var mode = parameters.Choice("mode", "payment", "subscription") ?? throw parameters.Missing("mode");
        var customer = parameters.Text("customer") is { } customerId ? work.RequireCustomer(customerId) : null;
        var email = parameters.Text("customer_email");
        if (customer is not null && email is not null)
        {
            throw ErrorHelper.Invalid("You may only specify one of these parameters: customer, customer_email.", "customer");
        }

        var isSubscription = mode == "subscription";
        var lines = CheckoutLines.From(work, parameters, isSubscription);
        var currency = lines[0].Text("currency");
        if (parameters.Text("currency")?.ToLowerInvariant() is { } asked && asked != currency)
        {
            throw parameters.Invalid("currency", $"The prices are in {currency}, not in {asked}.");
        }

        var subscriptionData = isSubscription ? SubscriptionDataOf(parameters.Part("subscription_data")) : null;
        CheckoutLines.Tax(work, lines, subscriptionData?.Texts("default_tax_rates") ?? []);
        var dueNow = subscriptionData is null ? lines : CheckoutLines.DueNow(work, lines, subscriptionData);
        var coupon = CheckoutDiscounts.From(work, parameters, currency);
        if (coupon is not null && !isSubscription)
        {
            throw parameters.Invalid("discounts", "The local Stripe has discounts for subscriptions only.");
        }

        if (coupon is not null)
        {
            CheckoutDiscounts.Apply(work, coupon, dueNow, subscriptionData?.Texts("default_tax_rates") ?? []);
        }

        var subtotal = dueNow.Sum(line => line.Number("amount_subtotal"));
        var total = dueNow.Sum(line => line.Number("amount_total"));
        var id = Identifiers.New("cs_test", 58);
        var session = New(work, parameters, id, mode, currency);
        session["amount_subtotal"] = subtotal;
        session["amount_total"] = total;
        session["customer"] = customer?.Text("id");
        session["customer_email"] = email;
        session["customer_details"] = customer is null && email is null ? null : new JsonObject { ["email"] = email ?? customer?.TextOrNull("email") }
            .WithNulls("address", "business_name", "individual_name", "name", "phone", "tax_exempt", "tax_ids");
        session["discounts"] = coupon is null ? null : new JsonArray(new JsonObject { ["coupon"] = coupon.Text("id"), ["promotion_code"] = null });
        session["total_details"] = new JsonObject
        {
            ["amount_discount"] = dueNow.Sum(line => line.Number("amount_discount")),
            ["amount_shipping"] = 0,
            ["amount_tax"] = dueNow.Sum(line => line.Number("amount_tax")),
        };
        session["_line_items"] = lines.ToJsonArray();
        session["_subscription_data"] = subscriptionData;
        session["_payment_intent_data"] = isSubscription ? null : PaymentIntentDataOf(parameters.Part("payment_intent_data"));
        session["_token"] = Identifiers.Secret();
        work.Store.Add(session);
        return session;
    }

    private static JsonObject New(Workspace work, Parameters parameters, string id, string mode, string currency)
    {
        parameters.Choice("ui_mode", "hosted_page");
        parameters.Ignore("payment_method_types", "billing_address_collection", "customer_update", "allow_promotion_codes", "origin_context", "allowed_payment_method_types", "after_expiration", "tax_id_collection");
        var invoiceCreation = parameters.Part("invoice_creation");
        var invoiceData = invoiceCreation?.Part("invoice_data");
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "checkout.session",
            ["automatic_tax"] = AutomaticTaxOf(parameters),
            ["cancel_url"] = parameters.Text("cancel_url"),
            ["client_reference_id"] = parameters.Text("client_reference_id"),
            ["created"] = work.Now,
            ["currency"] = currency,
            ["custom_fields"] = new JsonArray(),
            ["custom_text"] = new JsonObject().WithNulls("after_submit", "shipping_address", "submit", "terms_of_service_acceptance"),
            ["customer_creation"] = mode == "payment" ? parameters.Choice("customer_creation", "always", "if_required") ?? "if_required" : null,
            ["expires_at"] = ExpiryOf(work, parameters),
            ["invoice_creation"] = mode == "subscription" ? null : new JsonObject
            {
                ["enabled"] = invoiceCreation?.Flag("enabled") ?? false,
                ["invoice_data"] = new JsonObject
                {
                    ["description"] = invoiceData?.Text("description"),
                    ["metadata"] = invoiceData?.Metadata(),
                }.WithNulls("account_tax_ids", "custom_fields", "footer", "issuer", "rendering_options"),
            },
            ["livemode"] = false,
            ["locale"] = parameters.Choice("locale", s_locales),
            ["metadata"] = parameters.Metadata(),
            ["mode"] = mode,
            ["payment_method_collection"] = mode == "subscription" ? parameters.Choice("payment_method_collection", "always") ?? "always" : null,
            ["payment_method_options"] = new JsonObject { ["card"] = new JsonObject { ["request_three_d_secure"] = "automatic" } },
            ["payment_method_types"] = new JsonArray("card"),
            ["payment_status"] = "unpaid",
            ["phone_number_collection"] = new JsonObject { ["enabled"] = false },
            ["shipping_options"] = new JsonArray(),
            ["status"] = "open",
            ["submit_type"] = parameters.Choice("submit_type", "auto", "book", "donate", "pay", "subscribe"),
            ["success_url"] = parameters.RequiredText("success_url"),
            ["ui_mode"] = "hosted_page",
            ["url"] = work.PageUrl("/pay/" + id),
            ["_invoice_data"] = invoiceData is null ? null : new JsonObject { ["description"] = invoiceData.Text("description"), ["metadata"] = invoiceData.Metadata() },
        }.WithNulls(
            "adaptive_pricing", "after_expiration", "allow_promotion_codes", "allowed_payment_method_types",
            "billing_address_collection", "client_secret", "collected_information", "consent", "consent_collection",
            "currency_conversion", "customer_account", "integration_identifier", "invoice", "managed_payments",
            "origin_context", "payment_intent", "payment_link", "payment_method_configuration_details", "permissions",
            "recovered_from", "saved_payment_method_options", "setup_intent", "shipping_address_collection", "shipping_cost",
            "subscription", "wallet_options");
    }

    private static JsonObject AutomaticTaxOf(Parameters parameters) => parameters.Part("automatic_tax")?.Flag("enabled") == true
        ? throw parameters.Invalid("automatic_tax", "The local Stripe has no automatic tax; use tax rates.")
        : new JsonObject { ["enabled"] = false, ["liability"] = null, ["provider"] = null, ["status"] = null };

    private static long ExpiryOf(Workspace work, Parameters parameters)
    {
        var expiry = parameters.Integer("expires_at") ?? work.Now + SecondsPerDay;
        return expiry >= work.Now + 1800 && expiry <= work.Now + SecondsPerDay
            ? expiry
            : throw parameters.Invalid("expires_at", "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
    }

    private static JsonObject SubscriptionDataOf(Parameters? data)
    {
        if (data is null)
        {
            return [];
        }

        if (data.Has("trial_end") && data.Has("trial_period_days"))
        {
            throw data.Invalid("trial_end", "You may only specify one of these parameters: trial_end, trial_period_days.");
        }

        data.Ignore("invoice_settings", "trial_settings");
        return new JsonObject
        {
            ["billing_cycle_anchor"] = data.Integer("billing_cycle_anchor"),
            ["billing_mode"] = data.Part("billing_mode")?.Choice("type", "classic", "flexible"),
            ["default_tax_rates"] = (data.Texts("default_tax_rates") ?? []).ToJsonArray(),
            ["description"] = data.Text("description"),
            ["metadata"] = data.Metadata(),
            ["pending_invoice_item_interval"] = SubscriptionResource.IntervalOf(data),
            ["proration_behavior"] = data.Choice("proration_behavior", "create_prorations", "none"),
            ["trial_end"] = data.Integer("trial_end"),
            ["trial_period_days"] = data.Integer("trial_period_days"),
        };
    }

    private static JsonObject? PaymentIntentDataOf(Parameters? data) => data is null ? null : new JsonObject
    {
        ["description"] = data.Text("description"),
        ["metadata"] = data.Metadata(),
        ["receipt_email"] = data.Text("receipt_email"),
        ["setup_future_usage"] = data.Choice("setup_future_usage", "off_session", "on_session"),
    };
}
