using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Payment intents, the charges made for them, and the cards they are made on.</summary>
internal sealed class Charging(Workspace work)
{
    public JsonObject NewIntent(long amount, string currency, string? customer, JsonObject? metadata)
    {
        var id = Identifiers.New("pi");
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "payment_intent",
            ["amount"] = amount,
            ["amount_capturable"] = 0,
            ["amount_details"] = new JsonObject { ["tip"] = new JsonObject() },
            ["amount_received"] = 0,
            ["capture_method"] = "automatic",
            ["client_secret"] = id + "_secret_" + Identifiers.Secret(),
            ["confirmation_method"] = "automatic",
            ["created"] = work.Now,
            ["currency"] = currency,
            ["customer"] = customer,
            ["livemode"] = false,
            ["metadata"] = metadata?.Copy() ?? [],
            ["payment_method_types"] = new JsonArray("card"),
            ["status"] = "requires_payment_method",
        }.WithNulls(
            "allowed_payment_method_types", "application", "application_fee_amount", "automatic_payment_methods", "canceled_at",
            "cancellation_reason", "customer_account", "description", "excluded_payment_method_types", "last_payment_error",
            "latest_charge", "managed_payments", "next_action", "on_behalf_of", "payment_method",
            "payment_method_configuration_details", "payment_method_options", "payment_record", "processing", "receipt_email",
            "review", "setup_future_usage", "shipping", "source", "statement_descriptor", "statement_descriptor_suffix",
            "transfer_data", "transfer_group");
    }

    public void Add(JsonObject intent)
    {
        work.Store.Add(intent);
        work.Events.Record("payment_intent.created", intent);
    }

    /// <summary>Charges an intent on a card; returns why not, or null when the money was taken.</summary>
    public CardRefusal? Charge(JsonObject intent, JsonObject paymentMethod, ChargeOccasion occasion)
    {
        var refusal = TestCard.Of(paymentMethod).Decide(occasion);
        if (refusal is { NeedsAuthentication: true } && occasion == ChargeOccasion.OnSession)
        {
            return refusal;
        }

        Settle(intent, paymentMethod, refusal);
        return refusal;
    }

    /// <summary>Writes what an attempt came to.</summary>
    public void Settle(JsonObject intent, JsonObject paymentMethod, CardRefusal? refusal)
    {
        var charge = NewCharge(intent, paymentMethod, refusal);
        work.Store.Add(charge);
        work.Events.Record(refusal is null ? "charge.succeeded" : "charge.failed", charge);
        intent["latest_charge"] = charge.Text("id");
        if (refusal is null)
        {
            intent["status"] = "succeeded";
            intent["amount_received"] = intent.Number("amount");
            intent["payment_method"] = paymentMethod.Text("id");
            intent["last_payment_error"] = null;
        }
        else
        {
            intent["status"] = "requires_payment_method";
            intent["payment_method"] = null;
            intent["last_payment_error"] = ErrorOf(refusal, charge, paymentMethod);
        }

        work.Store.Save(intent);
        work.Events.Record(refusal is null ? "payment_intent.succeeded" : "payment_intent.payment_failed", intent);
    }

    public void Cancel(JsonObject intent, string reason)
    {
        if (intent.Text("status") is "succeeded" or "canceled")
        {
            return;
        }

        intent["status"] = "canceled";
        intent["canceled_at"] = work.Now;
        intent["cancellation_reason"] = reason;
        work.Store.Save(intent);
        work.Events.Record("payment_intent.canceled", intent);
    }

    /// <summary>A payment method for a test card; not yet stored.</summary>
    public JsonObject NewMethod(TestCard card, long expiryMonth, long expiryYear, string? name, string? email)
    {
        return new JsonObject
        {
            ["id"] = Identifiers.New("pm"),
            ["object"] = "payment_method",
            ["allow_redisplay"] = "unspecified",
            ["billing_details"] = new JsonObject
            {
                ["address"] = new JsonObject().WithNulls("city", "country", "line1", "line2", "postal_code", "state"),
                ["email"] = email,
                ["name"] = name,
                ["phone"] = null,
                ["tax_id"] = null,
            },
            ["card"] = new JsonObject
            {
                ["brand"] = card.Brand,
                ["checks"] = new JsonObject { ["address_line1_check"] = null, ["address_postal_code_check"] = null, ["cvc_check"] = "pass" },
                ["country"] = "US",
                ["display_brand"] = card.Brand,
                ["exp_month"] = expiryMonth,
                ["exp_year"] = expiryYear,
                ["fingerprint"] = "local" + card.Last4,
                ["funding"] = "credit",
                ["generated_from"] = null,
                ["last4"] = card.Last4,
                ["networks"] = new JsonObject { ["available"] = new JsonArray(card.Brand), ["preferred"] = null },
                ["regulated_status"] = "unregulated",
                ["three_d_secure_usage"] = new JsonObject { ["supported"] = true },
                ["wallet"] = null,
            },
            ["created"] = work.Now,
            ["customer"] = null,
            ["customer_account"] = null,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["type"] = "card",
            ["_card"] = card.Token,
        };
    }

    public void Attach(JsonObject method, string customer)
    {
        method["customer"] = customer;
        if (work.Store.Find(method.Text("id")) is null)
        {
            work.Store.Add(method);
        }
        else
        {
            work.Store.Save(method);
        }

        work.Events.Record("payment_method.attached", method);
    }

    private JsonObject NewCharge(JsonObject intent, JsonObject paymentMethod, CardRefusal? refusal)
    {
        var card = paymentMethod.Object("card").Copy();
        card["amount_authorized"] = intent.Number("amount");
        return new JsonObject
        {
            ["id"] = Identifiers.New("ch"),
            ["object"] = "charge",
            ["amount"] = intent.Number("amount"),
            ["amount_captured"] = refusal is null ? intent.Number("amount") : 0,
            ["amount_refunded"] = 0,
            ["billing_details"] = paymentMethod["billing_details"]?.DeepClone(),
            ["calculated_statement_descriptor"] = work.Options.BusinessName,
            ["captured"] = refusal is null,
            ["created"] = work.Now,
            ["currency"] = intent.Text("currency"),
            ["customer"] = intent.TextOrNull("customer"),
            ["description"] = intent.TextOrNull("description"),
            ["disputed"] = false,
            ["failure_code"] = refusal?.Code,
            ["failure_message"] = refusal?.Message,
            ["fraud_details"] = new JsonObject(),
            ["livemode"] = false,
            ["metadata"] = intent["metadata"]?.DeepClone() ?? new JsonObject(),
            ["outcome"] = new JsonObject
            {
                ["network_status"] = refusal is null ? "approved_by_network" : "declined_by_network",
                ["reason"] = refusal?.DeclineCode ?? refusal?.Code,
                ["risk_level"] = "normal",
                ["seller_message"] = refusal is null ? "Payment complete." : "The bank did not return any further details with this decline.",
                ["type"] = refusal is null ? "authorized" : "issuer_declined",
            },
            ["paid"] = refusal is null,
            ["payment_intent"] = intent.Text("id"),
            ["payment_method"] = paymentMethod.Text("id"),
            ["payment_method_details"] = new JsonObject { ["card"] = card, ["type"] = "card" },
            ["refunded"] = false,
            ["status"] = refusal is null ? "succeeded" : "failed",
        }.WithNulls(
            "application", "application_fee", "application_fee_amount", "balance_transaction", "failure_balance_transaction",
            "on_behalf_of", "receipt_email", "receipt_number", "receipt_url", "review", "shipping", "source", "source_transfer",
            "statement_descriptor", "statement_descriptor_suffix", "transfer_data", "transfer_group");
    }

    private static JsonObject ErrorOf(CardRefusal refusal, JsonObject charge, JsonObject paymentMethod)
    {
        var error = new JsonObject
        {
            ["charge"] = charge.Text("id"),
            ["code"] = refusal.Code,
            ["doc_url"] = "https://stripe.com/docs/error-codes/" + refusal.Code.Replace('_', '-'),
            ["message"] = refusal.Message,
            ["payment_method"] = paymentMethod.Shown(),
            ["type"] = "card_error",
        };
        if (refusal.DeclineCode is { } declineCode)
        {
            error["decline_code"] = declineCode;
        }

        return error;
    }
}
