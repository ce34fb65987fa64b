using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>What the clock does to subscriptions: renewals, ends of trials and pauses, monthly invoices, cancellation.</summary>
internal sealed class SubscriptionCycle(Workspace work)
{
    /// <summary>Does everything that is due for a subscription at this instant.</summary>
    public void Run(JsonObject subscription)
    {
        if (subscription.ObjectOrNull("pause_collection")?.NumberOrNull("resumes_at") <= work.Now)
        {
            work.Update(subscription, "customer.subscription.updated", json => json["pause_collection"] = null);
        }

        if (subscription.Text("status") == "incomplete")
        {
            Expire(subscription);
        }
        else if (subscription.NumberOrNull("cancel_at") <= work.Now)
        {
            EndAtPeriodEnd(subscription);
        }
        else
        {
            Advance(subscription);
        }
    }

    /// <summary>Sets when items that wait are next invoiced by themselves; only where an interval for that was asked for.</summary>
    public static void PlanPendingInvoice(JsonObject subscription, long now)
    {
        subscription["next_pending_invoice_item_invoice"] = subscription.ObjectOrNull("pending_invoice_item_interval") is { } every
            ? new Recurrence(every.Text("interval"), (int)every.Number("interval_count")).PeriodAt(subscription.Number("billing_cycle_anchor"), now).End
            : null;
    }

    /// <summary>A cancellation at the period's end moves along with that end.</summary>
    public static void AlignCancellation(JsonObject subscription)
    {
        if (subscription.Flag("cancel_at_period_end"))
        {
            subscription["cancel_at"] = PeriodEnd(subscription);
        }
    }

    public static long PeriodEnd(JsonObject subscription) =>
        subscription.Elements("items").Min(item => item.Number("current_period_end"));

    /// <summary>Drafts the invoice of the period that begins at this instant and moves the items into it.</summary>
    public JsonObject BeginPeriod(JsonObject subscription)
    {
        var items = subscription.Elements("items").ToList();
        var start = PeriodEnd(subscription);
        var recurrence = Recurrence.Of(items[0].Object("price"));
        var end = recurrence.PeriodAt(subscription.Number("billing_cycle_anchor"), start).End;
        var (formerStart, formerEnd) = (items[0].Number("current_period_start"), items[0].Number("current_period_end"));
        work.Update(subscription, "customer.subscription.updated", json =>
        {
            foreach (var item in items)
            {
                item["current_period_start"] = start;
                item["current_period_end"] = end;
                item["_billed"] = Prorations.FullAmount(item);
            }

            if (json.Text("status") == "trialing")
            {
                json["status"] = "active";
            }

            PlanPendingInvoice(json, Math.Max(start, work.Now));
        });
        return work.Drafting.Draft(new InvoicePlan(CustomerOf(subscription), subscription.Text("currency"), "subscription_cycle")
        {
            Subscription = subscription,
            Lines = [.. items.Select(item => work.Drafting.Lines.ForPeriod(subscription, item, Prorations.FullAmount(item), start, end))],
            AutoAdvance = subscription.Text("status") != "unpaid",
            PeriodStart = formerStart,
            PeriodEnd = formerEnd,
        });
    }

    /// <summary>Treats a new invoice as the pause of collection asks; false when collection is not paused.</summary>
    public static bool PauseApplies(Workspace work, JsonObject subscription, JsonObject invoice)
    {
        if (work.IsRehearsal || subscription.ObjectOrNull("pause_collection") is not { } pause)
        {
            return false;
        }

        var behavior = pause.Text("behavior");
        if (behavior == "keep_as_draft")
        {
            invoice["auto_advance"] = false;
            invoice["automatically_finalizes_at"] = null;
            work.Store.Save(invoice);
            return true;
        }

        work.Invoices.Finalize(invoice);
        if (invoice.Text("status") == "open")
        {
            if (behavior == "void")
            {
                work.Invoices.Void(invoice);
            }
            else
            {
                work.Invoices.MarkUncollectible(invoice);
            }
        }

        return true;
    }

    public void Cancel(JsonObject subscription, string reason, string? comment = null, string? feedback = null)
    {
        subscription["status"] = "canceled";
        subscription["canceled_at"] = subscription.NumberOrNull("canceled_at") ?? work.Now;
        subscription["ended_at"] = work.Now;
        subscription["next_pending_invoice_item_invoice"] = null;
        var details = subscription.Object("cancellation_details");
        details["reason"] = details.TextOrNull("reason") ?? reason;
        details["comment"] = comment ?? details.TextOrNull("comment");
        details["feedback"] = feedback ?? details.TextOrNull("feedback");
        work.Store.Save(subscription);
        foreach (var invoice in InvoicesOf(subscription).Where(invoice => invoice.Text("status") is "draft" or "open" && invoice.Flag("auto_advance")))
        {
            work.Update(invoice, "invoice.updated", json =>
            {
                json["auto_advance"] = false;
                json["automatically_finalizes_at"] = null;
                json["next_payment_attempt"] = null;
            });
        }

        work.Events.Record("customer.subscription.deleted", subscription);
    }

    public void AfterPayment(JsonObject invoice)
    {
        if (SubscriptionOf(invoice) is not { } subscription)
        {
            return;
        }

        var status = subscription.Text("status");
        var paysDebt = status is "past_due" or "unpaid" && !InvoicesOf(subscription).Any(other => other.Text("status") == "open" && other.Flag("attempted"));
        if (status == "incomplete" || paysDebt)
        {
            work.Update(subscription, "customer.subscription.updated", json => json["status"] = "active");
        }
        else if (status == "paused" && invoice.TextOrNull("id") == subscription.TextOrNull("_resuming"))
        {
            Resume(subscription);
        }
    }

    public void AfterVoid(JsonObject invoice)
    {
        if (SubscriptionOf(invoice) is { } subscription && subscription.Text("status") is "past_due" or "unpaid")
        {
            AfterPayment(invoice);
        }
    }

    /// <summary>Only the last of Stripe's own attempts ends a subscription; one that somebody asked for leaves it past due until the invoice is paid or void.</summary>
    public void AfterFailure(JsonObject invoice, bool isAutomatic)
    {
        if (SubscriptionOf(invoice) is not { } subscription || subscription.Text("status") is "incomplete" or "canceled" or "incomplete_expired" or "paused")
        {
            return;
        }

        if (!isAutomatic || invoice.NumberOrNull("next_payment_attempt") is not null || work.Options.AfterLastRetry == AfterLastRetry.LeavePastDue)
        {
            work.Update(subscription, "customer.subscription.updated", json => json["status"] = "past_due");
        }
        else if (work.Options.AfterLastRetry == AfterLastRetry.Cancel)
        {
            Cancel(subscription, "payment_failed");
        }
        else
        {
            work.Update(subscription, "customer.subscription.updated", json => json["status"] = "unpaid");
        }
    }

    /// <summary>Ends the status <c>paused</c> by a new period that is billed at once; a failed payment leaves it paused.</summary>
    public void ResumePaused(JsonObject subscription, bool anchorsNow)
    {
        var items = subscription.Elements("items").ToList();
        var recurrence = Recurrence.Of(items[0].Object("price"));
        work.Update(subscription, "customer.subscription.updated", json =>
        {
            json["billing_cycle_anchor"] = anchorsNow ? work.Now : json.Number("billing_cycle_anchor");
            var (start, end) = recurrence.PeriodAt(json.Number("billing_cycle_anchor"), work.Now);
            foreach (var item in items)
            {
                item["current_period_start"] = start;
                item["current_period_end"] = end;
                item["_billed"] = Prorations.FullAmount(item);
            }
        });
        var invoice = work.Drafting.Draft(new InvoicePlan(CustomerOf(subscription), subscription.Text("currency"), "subscription_update")
        {
            Subscription = subscription,
            Lines = [.. items.Select(item => work.Drafting.Lines.ForPeriod(
                subscription, item, Prorations.FullAmount(item), item.Number("current_period_start"), item.Number("current_period_end")))],
        });
        subscription["_resuming"] = invoice.Text("id");
        work.Store.Save(subscription);
        work.Invoices.FinalizeAndCollect(invoice);
    }

    private void Resume(JsonObject subscription)
    {
        work.Update(subscription, null, json =>
        {
            json["status"] = "active";
            json["_resuming"] = null;
        });
        work.Events.Record("customer.subscription.resumed", subscription);
    }

    private void Advance(JsonObject subscription)
    {
        if (PeriodEnd(subscription) <= work.Now)
        {
            if (subscription.Text("status") == "trialing" && LacksPaymentMethod(subscription) && EndTrialUnpaid(subscription))
            {
                return;
            }

            PauseApplies(work, subscription, BeginPeriod(subscription));
        }
        else if (subscription.NumberOrNull("next_pending_invoice_item_invoice") <= work.Now)
        {
            InvoicePendingItems(subscription);
        }
    }

    /// <summary>Drafts the invoice of the items that wait, and says when the next such invoice comes.</summary>
    public JsonObject? InvoicePendingItems(JsonObject subscription)
    {
        work.Update(subscription, "customer.subscription.updated", json => PlanPendingInvoice(json, work.Now));
        var customer = CustomerOf(subscription);
        if (work.Drafting.PendingItems(customer.Text("id"), subscription.Text("id"), subscription.Text("currency")).Count == 0)
        {
            return null;
        }

        var invoice = work.Drafting.Draft(new InvoicePlan(customer, subscription.Text("currency"), "automatic_pending_invoice_item_invoice")
        {
            Subscription = subscription,
        });
        PauseApplies(work, subscription, invoice);
        return invoice;
    }

    private bool EndTrialUnpaid(JsonObject subscription)
    {
        switch (subscription.ObjectOrNull("trial_settings")?.ObjectOrNull("end_behavior")?.TextOrNull("missing_payment_method"))
        {
            case "cancel":
                Cancel(subscription, "cancellation_requested");
                return true;
            case "pause":
                work.Update(subscription, null, json => json["status"] = "paused");
                work.Events.Record("customer.subscription.paused", subscription);
                return true;
            default:
                return false;
        }
    }

    private bool LacksPaymentMethod(JsonObject subscription) =>
        subscription.TextOrNull("default_payment_method") is null
        && CustomerOf(subscription).ObjectOrNull("invoice_settings")?.TextOrNull("default_payment_method") is null;

    private void EndAtPeriodEnd(JsonObject subscription)
    {
        Cancel(subscription, "cancellation_requested");
        var customer = CustomerOf(subscription);
        if (work.Drafting.PendingItems(customer.Text("id"), subscription.Text("id"), subscription.Text("currency")).Count > 0)
        {
            work.Drafting.Draft(new InvoicePlan(customer, subscription.Text("currency"), "subscription_cycle") { Subscription = subscription });
        }
    }

    private void Expire(JsonObject subscription)
    {
        work.Update(subscription, "customer.subscription.updated", json =>
        {
            json["status"] = "incomplete_expired";
            json["ended_at"] = work.Now;
        });
        foreach (var invoice in InvoicesOf(subscription).Where(invoice => invoice.Text("status") == "open").ToList())
        {
            work.Invoices.Void(invoice);
        }
    }

    private JsonObject? SubscriptionOf(JsonObject invoice) =>
        InvoiceLifecycle.SubscriptionOf(invoice) is { } id ? work.Store.Find("subscription", id) : null;

    private JsonObject CustomerOf(JsonObject subscription) => work.Store.Find("customer", subscription.Text("customer"))!;

    private IReadOnlyList<JsonObject> InvoicesOf(JsonObject subscription) => work.Store.List(
        new ObjectQuery("invoice").Where("customer", subscription.Text("customer"))
            .Where("parent.subscription_details.subscription", subscription.Text("id")));
}
