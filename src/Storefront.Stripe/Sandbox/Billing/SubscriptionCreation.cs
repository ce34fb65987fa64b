using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Starts subscriptions and collects their first invoice.</summary>
internal sealed class SubscriptionCreation(Workspace work)
{
    public JsonObject Create(SubscriptionTerms terms)
    {
        if (terms.Items.Count == 0)
        {
            throw ErrorHelper.MissingParameter("items");
        }

        SubscriptionChanges.RefuseMixed(terms.Items[0].Price.Text("currency"), [.. terms.Items.Select(item => item.Price)]);
        var subscription = New(terms);
        terms.Settings(subscription);
        var isTrial = terms.TrialEnd > work.Now;
        subscription["status"] = isTrial ? "trialing" : "incomplete";
        var recurrence = Recurrence.Of(terms.Items[0].Price);
        var (start, end) = FirstPeriod(terms, recurrence, isTrial);
        subscription["billing_cycle_anchor"] = isTrial ? terms.TrialEnd!.Value : terms.Anchor ?? work.Now;
        var items = terms.Items.Select(item => NewItem(work, subscription, item, start, end)).ToList();
        foreach (var item in items)
        {
            item["_billed"] = isTrial || IsFreeUntilAnchor(terms) ? 0 : Prorations.FullAmount(item);
            subscription.Object("items")["data"]!.AsArray().Add(item);
        }

        if (subscription.Flag("cancel_at_period_end"))
        {
            subscription["cancel_at"] = end;
            subscription["canceled_at"] = work.Now;
        }

        SubscriptionCycle.PlanPendingInvoice(subscription, work.Now);
        work.Store.Add(subscription);
        if (terms.Coupon is { } coupon)
        {
            subscription["discounts"] = new JsonArray(work.Discounts.Redeem(coupon, subscription, terms.Session));
            work.Store.Save(subscription);
        }

        work.Events.Record("customer.subscription.created", subscription);
        foreach (var extra in terms.OneTimeItems)
        {
            AddOneTimeItem(subscription, extra);
        }

        var lines = items.Where(_ => isTrial || !IsFreeUntilAnchor(terms)).Select(item => FirstLine(terms, recurrence, subscription, item, isTrial)).ToList();
        Bill(terms, subscription, lines, isTrial);
        return subscription;
    }

    public void AddOneTimeItem(JsonObject subscription, ItemTerms extra)
    {
        var unit = extra.Price.NumberOrNull("unit_amount") ?? 0;
        var item = InvoiceItems.New(work, subscription.Text("customer"), unit * extra.Quantity, extra.Price.Text("currency"), subscription);
        item["description"] = work.Drafting.Lines.ProductName(extra.Price);
        item["pricing"] = InvoiceLines.PricingOf(extra.Price, unit);
        item["quantity"] = extra.Quantity;
        item["metadata"] = extra.Metadata.Copy();
        item["tax_rates"] = RatesAsObjects(work, extra.TaxRates);
        InvoiceItems.Add(work, item);
    }

    public static JsonObject NewItem(Workspace work, JsonObject subscription, ItemTerms terms, long start, long end) => new()
    {
        ["id"] = Identifiers.New("si", 14),
        ["object"] = "subscription_item",
        ["billing_thresholds"] = null,
        ["created"] = work.Now,
        ["current_period_end"] = end,
        ["current_period_start"] = start,
        ["current_trial"] = null,
        ["discounts"] = new JsonArray(),
        ["metadata"] = terms.Metadata.Copy(),
        ["plan"] = PlanOf(terms.Price),
        ["price"] = terms.Price.Shown(),
        ["quantity"] = terms.Quantity,
        ["subscription"] = subscription.Text("id"),
        ["tax_rates"] = RatesAsObjects(work, terms.TaxRates),
    };

    public static JsonArray RatesAsObjects(Workspace work, IEnumerable<string> rates) =>
        rates.Select(id => work.Require("tax_rate", id, "tax_rates").Shown()).ToJsonArray();

    /// <summary>A recurring price in its older shape, which items still carry.</summary>
    public static JsonObject PlanOf(JsonObject price)
    {
        var recurring = price.Object("recurring");
        return new JsonObject
        {
            ["id"] = price.Text("id"),
            ["object"] = "plan",
            ["active"] = price.Flag("active"),
            ["amount"] = price["unit_amount"]?.DeepClone(),
            ["amount_decimal"] = price["unit_amount_decimal"]?.DeepClone(),
            ["billing_scheme"] = "per_unit",
            ["created"] = price.Number("created"),
            ["currency"] = price.Text("currency"),
            ["interval"] = recurring.Text("interval"),
            ["interval_count"] = recurring.Number("interval_count"),
            ["livemode"] = false,
            ["metadata"] = price["metadata"]?.DeepClone(),
            ["meter"] = null,
            ["nickname"] = price.TextOrNull("nickname"),
            ["product"] = price.Text("product"),
            ["tiers_mode"] = null,
            ["transform_usage"] = null,
            ["trial_period_days"] = null,
            ["usage_type"] = "licensed",
        };
    }

    private bool IsFreeUntilAnchor(SubscriptionTerms terms) => terms.Anchor > work.Now && terms.Proration == ProrationBehavior.None;

    private (long Start, long End) FirstPeriod(SubscriptionTerms terms, Recurrence recurrence, bool isTrial)
    {
        if (isTrial)
        {
            return (work.Now, terms.TrialEnd!.Value);
        }

        if (terms.Anchor is not { } anchor)
        {
            return (work.Now, recurrence.Step(work.Now, 1));
        }

        if (anchor < work.Now || anchor > recurrence.Step(work.Now, 1))
        {
            throw ErrorHelper.Invalid("billing_cycle_anchor must be in the future and no later than the next natural billing date.", "billing_cycle_anchor");
        }

        return (work.Now, anchor > work.Now ? anchor : recurrence.Step(work.Now, 1));
    }

    private JsonObject FirstLine(SubscriptionTerms terms, Recurrence recurrence, JsonObject subscription, JsonObject item, bool isTrial)
    {
        var (start, end) = (item.Number("current_period_start"), item.Number("current_period_end"));
        var amount = Prorations.FullAmount(item);
        if (isTrial)
        {
            amount = 0;
        }
        else if (terms.Anchor > work.Now)
        {
            amount = Prorations.Share(amount, start, recurrence.Step(end, -1), end);
        }

        return work.Drafting.Lines.ForPeriod(subscription, item, amount, start, end, isTrial);
    }

    private void Bill(SubscriptionTerms terms, JsonObject subscription, List<JsonObject> lines, bool isTrial)
    {
        var currency = terms.Items[0].Price.Text("currency");
        if (lines.Count == 0 && work.Drafting.PendingItems(subscription.Text("customer"), subscription.Text("id"), currency).Count == 0)
        {
            work.Update(subscription, "customer.subscription.updated", json => json["status"] = "active");
            return;
        }

        var invoice = work.Drafting.Draft(new InvoicePlan(terms.Customer, currency, "subscription_create")
        {
            Subscription = subscription,
            Lines = lines,
        });
        invoice["_days_until_due"] = subscription.NumberOrNull("days_until_due");
        if (work.IsRehearsal)
        {
            work.RehearsedInvoice ??= invoice;
            return;
        }

        if (terms.Payment == PaymentBehavior.DefaultIncomplete && !isTrial && invoice.Number("amount_due") > 0)
        {
            work.Invoices.Finalize(invoice);
            return;
        }

        var refusal = work.Invoices.FinalizeAndCollect(
            invoice, terms.FirstPaymentMethod, terms.IsAuthenticated ? ChargeOccasion.Authenticated : ChargeOccasion.OffSession);
        if (refusal is not null && terms.Payment == PaymentBehavior.ErrorIfIncomplete)
        {
            throw new LocalStripeException(402, ErrorHelper.Card(refusal.Code, refusal.DeclineCode, refusal.Message, null).Error);
        }

        if (subscription.Text("status") == "incomplete" && subscription.Text("collection_method") == "send_invoice")
        {
            work.Update(subscription, "customer.subscription.updated", json => json["status"] = "active");
        }
    }

    private JsonObject New(SubscriptionTerms terms)
    {
        var id = Identifiers.New("sub");
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "subscription",
            ["automatic_tax"] = new JsonObject { ["disabled_reason"] = null, ["enabled"] = false, ["liability"] = null },
            ["billing_cycle_anchor"] = work.Now,
            ["billing_mode"] = new JsonObject { ["flexible"] = new JsonObject { ["proration_discounts"] = "included" }, ["type"] = "flexible" },
            ["billing_schedules"] = new JsonArray(),
            ["cancel_at_period_end"] = false,
            ["cancellation_details"] = new JsonObject { ["comment"] = null, ["feedback"] = null, ["feedback_option"] = null, ["reason"] = null },
            ["collection_method"] = "charge_automatically",
            ["created"] = work.Now,
            ["currency"] = terms.Items[0].Price.Text("currency"),
            ["customer"] = terms.Customer.Text("id"),
            ["default_tax_rates"] = RatesAsObjects(work, terms.TaxRates),
            ["discounts"] = new JsonArray(),
            ["invoice_settings"] = new JsonObject
            {
                ["account_tax_ids"] = null,
                ["custom_fields"] = null,
                ["description"] = null,
                ["footer"] = null,
                ["issuer"] = new JsonObject { ["type"] = "self" },
            },
            ["items"] = Array.Empty<JsonObject>().ToStripeList("/v1/subscription_items?subscription=" + id),
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["payment_settings"] = new JsonObject { ["payment_method_options"] = null, ["payment_method_types"] = null, ["save_default_payment_method"] = "off" },
            ["start_date"] = work.Now,
            ["status"] = "incomplete",
            ["test_clock"] = terms.Customer.TextOrNull("test_clock"),
            ["trial_end"] = terms.TrialEnd > work.Now ? terms.TrialEnd : null,
            ["trial_settings"] = new JsonObject { ["end_behavior"] = new JsonObject { ["billing_cycle_anchor"] = "now", ["missing_payment_method"] = "create_invoice" } },
            ["trial_start"] = terms.TrialEnd > work.Now ? work.Now : null,
        }.WithNulls(
            "application", "application_fee_percent", "billing_cycle_anchor_config", "billing_thresholds", "cancel_at",
            "canceled_at", "customer_account", "days_until_due", "default_payment_method", "default_source", "description",
            "ended_at", "latest_invoice", "managed_payments", "next_pending_invoice_item_invoice", "on_behalf_of",
            "pause_collection", "pending_invoice_item_interval", "pending_setup_intent", "pending_update", "schedule",
            "transfer_data");
    }
}
