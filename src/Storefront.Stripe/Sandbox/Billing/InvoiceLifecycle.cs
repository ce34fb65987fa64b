using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Takes invoices from draft to open, and from there to paid, void or uncollectible.</summary>
internal sealed class InvoiceLifecycle(Workspace work)
{
    private const int SecondsPerDay = 86400;

    /// <summary>Finalizes an invoice and tries to collect it at once.</summary>
    public CardRefusal? FinalizeAndCollect(JsonObject invoice, JsonObject? paymentMethod = null, ChargeOccasion occasion = ChargeOccasion.OffSession)
    {
        if (work.IsRehearsal)
        {
            work.RehearsedInvoice ??= invoice;
            return null;
        }

        Finalize(invoice);
        return invoice.Text("status") == "open" && invoice.Text("collection_method") == "charge_automatically"
            ? Collect(invoice, paymentMethod, occasion)
            : null;
    }

    public void Finalize(JsonObject invoice)
    {
        var customer = work.Store.Find("customer", invoice.Text("customer"))!;
        work.Drafting.Recalculate(invoice);
        var balance = customer.NumberOrNull("balance") ?? 0;
        var (due, left) = InvoiceDrafting.DueAfter(invoice.Number("total"), balance);
        if (left != balance)
        {
            work.Update(customer, "customer.updated", json => json["balance"] = left);
        }

        invoice["ending_balance"] = left;
        invoice["_balance_used"] = left - balance;
        invoice["status"] = "open";
        invoice["number"] = NextNumber(customer);
        invoice["effective_at"] = work.Now;
        invoice["automatically_finalizes_at"] = null;
        invoice["status_transitions"]!["finalized_at"] = work.Now;
        invoice["hosted_invoice_url"] = work.PageUrl("/invoice/" + invoice.Text("id"));
        invoice["invoice_pdf"] = null;
        if (invoice.Text("collection_method") == "send_invoice" && invoice.NumberOrNull("due_date") is null)
        {
            invoice["due_date"] = work.Now + ((invoice.NumberOrNull("_days_until_due") ?? 30) * SecondsPerDay);
        }

        if (due > 0)
        {
            AddPayment(invoice, customer, due);
        }

        work.Store.Save(invoice);
        work.Events.Record("invoice.finalized", invoice);
        if (due == 0)
        {
            MarkPaid(invoice, paidAmount: 0);
        }
    }

    /// <summary>
    /// Tries to collect an open invoice; returns why not, or null when it is paid. Only automatic attempts count for
    /// the schedule of retries.
    /// </summary>
    public CardRefusal? Collect(JsonObject invoice, JsonObject? paymentMethod, ChargeOccasion occasion, bool isAutomatic = true)
    {
        var intent = work.Store.Find("payment_intent", invoice.Text("_payment_intent"))!;
        paymentMethod ??= MethodFor(invoice);
        invoice["attempted"] = true;
        invoice["attempt_count"] = invoice.Number("attempt_count") + 1;
        var refusal = paymentMethod is null
            ? CardRefusal.NoPaymentMethod
            : work.Charging.Charge(intent, paymentMethod, occasion);
        if (refusal is null)
        {
            MarkPaid(invoice, invoice.Number("amount_due"));
            return null;
        }

        AfterFailure(invoice, refusal, isAutomatic);
        return refusal;
    }

    public void MarkPaid(JsonObject invoice, long paidAmount, bool outOfBand = false)
    {
        invoice["status"] = "paid";
        invoice["attempted"] = true;
        invoice["amount_paid"] = paidAmount;
        invoice["amount_remaining"] = 0;
        invoice["auto_advance"] = false;
        invoice["next_payment_attempt"] = null;
        invoice["status_transitions"]!["paid_at"] = work.Now;
        if (outOfBand)
        {
            invoice["amount_paid_off_stripe"] = paidAmount;
        }

        work.Store.Save(invoice);
        ClosePayment(invoice, outOfBand || paidAmount == 0 ? "canceled" : "paid");
        work.Events.Record("invoice.paid", invoice);
        work.Events.Record("invoice.payment_succeeded", invoice);
        work.SubscriptionCycle.AfterPayment(invoice);
    }

    public void Void(JsonObject invoice)
    {
        if (invoice.NumberOrNull("_balance_used") is { } used and not 0)
        {
            var customer = work.Store.Find("customer", invoice.Text("customer"))!;
            work.Update(customer, "customer.updated", json => json["balance"] = json.Number("balance") - used);
            invoice["_balance_used"] = 0;
        }

        Close(invoice, "void", "voided_at", "invoice.voided");
        work.SubscriptionCycle.AfterVoid(invoice);
    }

    public void MarkUncollectible(JsonObject invoice) =>
        Close(invoice, "uncollectible", "marked_uncollectible_at", "invoice.marked_uncollectible");

    private void Close(JsonObject invoice, string status, string transition, string eventType)
    {
        invoice["status"] = status;
        invoice["auto_advance"] = false;
        invoice["next_payment_attempt"] = null;
        invoice["status_transitions"]![transition] = work.Now;
        work.Store.Save(invoice);
        ClosePayment(invoice, "canceled");
        work.Events.Record(eventType, invoice);
    }

    private void AfterFailure(JsonObject invoice, CardRefusal refusal, bool isAutomatic)
    {
        if (isAutomatic)
        {
            ScheduleRetry(invoice);
        }

        work.Store.Save(invoice);
        work.Events.Record("invoice.payment_failed", invoice);
        if (refusal.NeedsAuthentication)
        {
            work.Events.Record("invoice.payment_action_required", invoice);
        }

        work.SubscriptionCycle.AfterFailure(invoice, isAutomatic);
    }

    private void ScheduleRetry(JsonObject invoice)
    {
        var retries = work.Options.RetryAfterDays;
        var made = (int)(invoice.NumberOrNull("_retries") ?? 0);
        var isRetried = invoice.Flag("auto_advance") && made < retries.Count && invoice.Text("billing_reason") != "subscription_create";
        invoice["next_payment_attempt"] = isRetried ? work.Now + (retries[made] * (long)SecondsPerDay) : null;
        invoice["_retries"] = made + 1;
        invoice["auto_advance"] = isRetried;
    }

    private JsonObject? MethodFor(JsonObject invoice)
    {
        var subscription = SubscriptionOf(invoice) is { } id ? work.Store.Find("subscription", id) : null;
        var customer = work.Store.Find("customer", invoice.Text("customer"));
        var method = invoice.TextOrNull("default_payment_method")
            ?? subscription?.TextOrNull("default_payment_method")
            ?? customer?.ObjectOrNull("invoice_settings")?.TextOrNull("default_payment_method");
        return method is null ? null : work.Store.Find("payment_method", method);
    }

    public static string? SubscriptionOf(JsonObject invoice) =>
        invoice.ObjectOrNull("parent")?.ObjectOrNull("subscription_details")?.TextOrNull("subscription");

    private void AddPayment(JsonObject invoice, JsonObject customer, long due)
    {
        var intent = work.Charging.NewIntent(due, invoice.Text("currency"), customer.Text("id"), null);
        intent["description"] = SubscriptionOf(invoice) is null ? "Payment for Invoice" : "Subscription update";
        intent["setup_future_usage"] = SubscriptionOf(invoice) is null ? null : "off_session";
        work.Charging.Add(intent);
        var payment = new JsonObject
        {
            ["id"] = Identifiers.New("inpay"),
            ["object"] = "invoice_payment",
            ["amount_paid"] = null,
            ["amount_requested"] = due,
            ["created"] = work.Now,
            ["currency"] = invoice.Text("currency"),
            ["invoice"] = invoice.Text("id"),
            ["is_default"] = true,
            ["livemode"] = false,
            ["payment"] = new JsonObject { ["payment_intent"] = intent.Text("id"), ["type"] = "payment_intent" },
            ["status"] = "open",
            ["status_transitions"] = new JsonObject { ["canceled_at"] = null, ["paid_at"] = null },
        };
        work.Store.Add(payment);
        invoice["_payment_intent"] = intent.Text("id");
        invoice["_invoice_payment"] = payment.Text("id");
    }

    private void ClosePayment(JsonObject invoice, string status)
    {
        if (invoice.TextOrNull("_invoice_payment") is not { } id || work.Store.Find("invoice_payment", id) is not { } payment)
        {
            return;
        }

        payment["status"] = status;
        payment["amount_paid"] = status == "paid" ? payment.Number("amount_requested") : null;
        payment["status_transitions"]![status == "paid" ? "paid_at" : "canceled_at"] = work.Now;
        work.Store.Save(payment);
        if (status == "paid")
        {
            work.Events.Record("invoice_payment.paid", payment);
        }
        else if (work.Store.Find("payment_intent", invoice.Text("_payment_intent")) is { } intent)
        {
            work.Charging.Cancel(intent, "void_invoice");
        }
    }

    private string NextNumber(JsonObject customer)
    {
        var sequence = customer.NumberOrNull("next_invoice_sequence") ?? 1;
        work.Update(customer, null, json => json["next_invoice_sequence"] = sequence + 1);
        return $"{customer.Text("invoice_prefix")}-{sequence.ToString("D4", CultureInfo.InvariantCulture)}";
    }
}
