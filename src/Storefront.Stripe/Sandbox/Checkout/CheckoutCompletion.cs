using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Checkout;

/// <summary>What a buyer entered, already checked.</summary>
internal sealed record CardEntry(TestCard Card, int ExpiryMonth, int ExpiryYear, string Name, string Email);

/// <summary>Turns an open checkout session and a card into a payment or a subscription, all or nothing.</summary>
internal sealed class CheckoutCompletion(Workspace work)
{
    /// <summary>Pays a session; returns why not, or null when the session is complete.</summary>
    public CardRefusal? Pay(JsonObject session, CardEntry entry, ChargeOccasion occasion)
    {
        if (entry.Card.Decide(occasion) is { } refusal)
        {
            if (!refusal.NeedsAuthentication)
            {
                Fail(session, entry, refusal);
            }

            return refusal;
        }

        var isSubscription = session.Text("mode") == "subscription";
        var customer = CustomerOf(session, entry, isSubscription);
        var method = work.Charging.NewMethod(entry.Card, entry.ExpiryMonth, entry.ExpiryYear, entry.Name, entry.Email);
        if (customer is not null)
        {
            work.Charging.Attach(method, customer.Text("id"));
        }
        else
        {
            work.Store.Add(method);
        }

        if (isSubscription)
        {
            Subscribe(session, customer!, method);
        }
        else
        {
            TakePayment(session, customer, method, occasion);
        }

        Complete(session, customer, entry);
        return null;
    }

    /// <summary>Records a failed attempt: nothing is charged, and the session stays open for another try.</summary>
    public void Fail(JsonObject session, CardEntry entry, CardRefusal refusal)
    {
        if (session.Number("amount_total") == 0)
        {
            return;
        }

        var method = work.Charging.NewMethod(entry.Card, entry.ExpiryMonth, entry.ExpiryYear, entry.Name, entry.Email);
        work.Store.Add(method);
        work.Charging.Settle(IntentOf(session), method, refusal);
    }

    public static void Expire(Workspace work, JsonObject session)
    {
        session["status"] = "expired";
        session["url"] = null;
        work.Store.Save(session);
        if (session.TextOrNull("_payment_intent") is { } id && work.Store.Find("payment_intent", id) is { } intent)
        {
            work.Charging.Cancel(intent, "abandoned");
        }

        work.Events.Record("checkout.session.expired", session);
    }

    private JsonObject? CustomerOf(JsonObject session, CardEntry entry, bool isNeeded)
    {
        if (session.TextOrNull("customer") is { } id)
        {
            return work.RequireCustomer(id);
        }

        var keepsCard = session.ObjectOrNull("_payment_intent_data")?.TextOrNull("setup_future_usage") is not null;
        if (!isNeeded && !keepsCard && session.TextOrNull("customer_creation") != "always" && !MakesInvoice(session))
        {
            return null;
        }

        var customer = CustomerFactory.New(work, entry.Email, entry.Name);
        work.Store.Add(customer);
        work.Events.Record("customer.created", customer);
        session["customer"] = customer.Text("id");
        return customer;
    }

    private void Subscribe(JsonObject session, JsonObject customer, JsonObject method)
    {
        var data = session.Object("_subscription_data");
        var lines = session.Elements("_line_items").ToList();
        var subscription = work.SubscriptionCreation.Create(new SubscriptionTerms(
            customer, [.. lines.Where(line => line.Object("price").ObjectOrNull("recurring") is not null).Select(TermsOf)])
        {
            TrialEnd = TrialEndOf(data),
            Anchor = data.NumberOrNull("billing_cycle_anchor"),
            Proration = data.TextOrNull("proration_behavior") == "none" ? ProrationBehavior.None : ProrationBehavior.CreateProrations,
            TaxRates = [.. data.Texts("default_tax_rates")],
            Coupon = session.Elements("discounts").FirstOrDefault() is { } discount ? work.Require("coupon", discount.Text("coupon")) : null,
            Session = session.Text("id"),
            FirstPaymentMethod = method,
            IsAuthenticated = true,
            OneTimeItems = [.. lines.Where(line => line.Object("price").ObjectOrNull("recurring") is null).Select(TermsOf)],
            Settings = json =>
            {
                json["default_payment_method"] = method.Text("id");
                json["metadata"] = data["metadata"]?.DeepClone() ?? new JsonObject();
                json["description"] = data.TextOrNull("description");
                json["pending_invoice_item_interval"] = data["pending_invoice_item_interval"]?.DeepClone();
                if (data.TextOrNull("billing_mode") == "classic")
                {
                    json["billing_mode"] = new JsonObject { ["flexible"] = null, ["type"] = "classic" };
                }
            },
        });
        session["subscription"] = subscription.Text("id");
        session["invoice"] = subscription.TextOrNull("latest_invoice");
        session["payment_status"] = session.Number("amount_total") == 0 ? "no_payment_required" : "paid";
    }

    private long? TrialEndOf(JsonObject data) =>
        data.NumberOrNull("trial_end") ?? (data.NumberOrNull("trial_period_days") is { } days ? work.Now + (days * 86400) : null);

    private void TakePayment(JsonObject session, JsonObject? customer, JsonObject method, ChargeOccasion occasion)
    {
        if (MakesInvoice(session))
        {
            session["invoice"] = Invoice(session, customer!, method).Text("id");
        }
        else if (session.Number("amount_total") > 0)
        {
            var intent = IntentOf(session);
            intent["customer"] = customer?.Text("id");
            work.Charging.Charge(intent, method, occasion == ChargeOccasion.OnSession ? ChargeOccasion.Authenticated : occasion);
            session["payment_intent"] = intent.Text("id");
        }

        session["payment_status"] = session.Number("amount_total") == 0 ? "no_payment_required" : "paid";
    }

    private JsonObject Invoice(JsonObject session, JsonObject customer, JsonObject method)
    {
        foreach (var line in session.Elements("_line_items"))
        {
            var item = InvoiceItems.New(work, customer.Text("id"), line.Number("amount_subtotal"), line.Text("currency"), null);
            var unit = line.Object("price").NumberOrNull("unit_amount") ?? 0;
            item["description"] = line.TextOrNull("description");
            item["pricing"] = InvoiceLines.PricingOf(line.Object("price"), unit);
            item["quantity"] = line.Number("quantity");
            item["quantity_decimal"] = line.Number("quantity").ToString(CultureInfo.InvariantCulture);
            item["tax_rates"] = SubscriptionCreation.RatesAsObjects(work, line.Texts("_tax_rates"));
            InvoiceItems.Add(work, item);
        }

        var invoice = work.Drafting.Draft(new InvoicePlan(customer, session.Text("currency"), "manual"));
        invoice["metadata"] = session.ObjectOrNull("_invoice_data")?["metadata"]?.DeepClone() ?? new JsonObject();
        invoice["description"] = session.ObjectOrNull("_invoice_data")?.TextOrNull("description");
        work.Invoices.FinalizeAndCollect(invoice, method, ChargeOccasion.Authenticated);
        if (invoice.TextOrNull("_payment_intent") is { } intent)
        {
            session["payment_intent"] = intent;
            work.Update(work.Require("payment_intent", intent), null, json =>
                json["metadata"] = session.ObjectOrNull("_payment_intent_data")?["metadata"]?.DeepClone() ?? new JsonObject());
        }

        return invoice;
    }

    private void Complete(JsonObject session, JsonObject? customer, CardEntry entry)
    {
        session["status"] = "complete";
        session["url"] = null;
        session["_attempt"] = null;
        session["customer_details"] = new JsonObject
        {
            ["address"] = new JsonObject().WithNulls("city", "country", "line1", "line2", "postal_code", "state"),
            ["business_name"] = null,
            ["email"] = customer?.TextOrNull("email") ?? entry.Email,
            ["individual_name"] = null,
            ["name"] = entry.Name,
            ["phone"] = null,
            ["tax_exempt"] = "none",
            ["tax_ids"] = new JsonArray(),
        };
        work.Store.Save(session);
        if (session.TextOrNull("_payment_intent") is { } id && id != session.TextOrNull("payment_intent"))
        {
            work.Charging.Cancel(work.Require("payment_intent", id), "abandoned");
        }

        work.Events.Record("checkout.session.completed", session);
    }

    private JsonObject IntentOf(JsonObject session)
    {
        if (session.TextOrNull("_payment_intent") is { } id)
        {
            return work.Require("payment_intent", id);
        }

        var data = session.ObjectOrNull("_payment_intent_data");
        var intent = work.Charging.NewIntent(
            session.Number("amount_total"), session.Text("currency"), session.TextOrNull("customer"), data?.ObjectOrNull("metadata"));
        intent["description"] = data?.TextOrNull("description");
        intent["setup_future_usage"] = data?.TextOrNull("setup_future_usage");
        intent["receipt_email"] = data?.TextOrNull("receipt_email");
        work.Charging.Add(intent);
        session["_payment_intent"] = intent.Text("id");
        work.Store.Save(session);
        return intent;
    }

    private static bool MakesInvoice(JsonObject session) => session.ObjectOrNull("invoice_creation")?.Flag("enabled") == true;

    private static ItemTerms TermsOf(JsonObject line) => new(
        line.Object("price"), line.Number("quantity"), line.ObjectOrNull("metadata") ?? [], [.. line.Texts("_tax_rates")]);
}
