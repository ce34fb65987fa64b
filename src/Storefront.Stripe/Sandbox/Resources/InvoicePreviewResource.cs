using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary>
/// <c>/v1/invoices/create_preview</c>: the change is really made and the clock really goes on, in a transaction that is
/// thrown away; so what is shown is what would be invoiced.
/// </summary>
internal static class InvoicePreviewResource
{
    public static void Map(ApiRoutes routes) => routes.Post("invoices/create_preview", Preview);

    private static JsonObject Preview(Workspace real, ApiRequest request)
    {
        var work = real.Rehearse();
        var parameters = request.Parameters;
        var subscription = SubscriptionOf(work, parameters);
        var customer = CustomerOf(work, parameters, subscription);
        var details = parameters.Part("subscription_details");
        var recurringOnly = parameters.Choice("preview_mode", "next", "recurring") == "recurring";
        subscription ??= details is null ? NextSubscriptionOf(work, customer) : null;
        details?.Ignore("start_date");
        foreach (var item in parameters.Parts("invoice_items"))
        {
            InvoiceItemResource.AddFrom(work, item, customer, subscription, item.Text("price"));
        }

        if (subscription is null)
        {
            subscription = Begin(work, customer, details ?? throw None(customer));
        }
        else if (details is not null)
        {
            Change(work, subscription, details);
        }

        var invoice = !recurringOnly && work.RehearsedInvoice is { } atOnce ? atOnce : Next(work, subscription, recurringOnly);
        return Upcoming(invoice, details?.Integer("proration_date"));
    }

    private static JsonObject? SubscriptionOf(Workspace work, Parameters parameters)
    {
        if (parameters.Text("subscription") is not { } id)
        {
            return null;
        }

        var subscription = work.Require("subscription", id, "subscription");
        work.FollowClockOf(subscription);
        return subscription.Text("status") is "canceled" or "incomplete_expired"
            ? throw None(work.Require("customer", subscription.Text("customer")))
            : subscription;
    }

    private static JsonObject CustomerOf(Workspace work, Parameters parameters, JsonObject? subscription)
    {
        var id = parameters.Text("customer") ?? subscription?.Text("customer") ?? throw parameters.Missing("customer");
        return subscription is null || subscription.Text("customer") == id
            ? work.RequireCustomer(id)
            : throw parameters.Invalid("customer", "The subscription belongs to another customer.");
    }

    private static JsonObject? NextSubscriptionOf(Workspace work, JsonObject customer) => work.Store
        .List(new ObjectQuery("subscription").Where("customer", customer.Text("id")))
        .Where(subscription => subscription.Text("status") is not ("canceled" or "incomplete_expired"))
        .MinBy(SubscriptionCycle.PeriodEnd);

    private static JsonObject Begin(Workspace work, JsonObject customer, Parameters details)
    {
        var trialEnd = details.Text("trial_end") is "now" ? null : details.Integer("trial_end");
        var anchor = details.Part("billing_cycle_anchor");
        anchor?.Choice("type", "now", "timestamp", "unchanged");
        return work.SubscriptionCreation.Create(new SubscriptionTerms(
            customer, [.. details.Parts("items").Select(item => SubscriptionResource.TermsFrom(work, item, isRecurring: true))])
        {
            TrialEnd = trialEnd,
            Anchor = anchor?.Integer("timestamp"),
            Proration = SubscriptionResource.ProrationOf(details),
            TaxRates = details.Texts("default_tax_rates") ?? [],
        });
    }

    private static void Change(Workspace work, JsonObject subscription, Parameters details)
    {
        if (details.Flag("cancel_now") == true)
        {
            if (SubscriptionResource.ProrationOf(details) != ProrationBehavior.None)
            {
                foreach (var item in subscription.Elements("items"))
                {
                    work.Prorations.Credit(subscription, item, details.Integer("proration_date") ?? work.Now);
                }
            }

            work.SubscriptionCycle.Cancel(subscription, "cancellation_requested");
            return;
        }

        work.SubscriptionChanges.Apply(subscription, SubscriptionResource.ChangeFrom(work, details) with
        {
            Settings = json =>
            {
                SubscriptionResource.SetCancellation(json, details, work.Now);
                if (details.Texts("default_tax_rates") is { } rates)
                {
                    json["default_tax_rates"] = SubscriptionCreation.RatesAsObjects(work, rates);
                }

                details.MergeMetadata(json);
            },
        });
    }

    /// <summary>The invoice that the clock makes next: of waiting items, or of the next period.</summary>
    private static JsonObject Next(Workspace work, JsonObject subscription, bool recurringOnly)
    {
        var customer = work.Require("customer", subscription.Text("customer"));
        var pending = work.Drafting.PendingItems(customer.Text("id"), subscription.Text("id"), subscription.Text("currency"));
        if (recurringOnly)
        {
            foreach (var item in pending)
            {
                work.Store.Remove(item.Text("id"));
            }
        }

        var end = SubscriptionCycle.PeriodEnd(subscription);
        var ends = subscription.Text("status") == "canceled" || subscription.NumberOrNull("cancel_at") <= end;
        if (ends)
        {
            return pending.Count > 0 && !recurringOnly
                ? work.Drafting.Draft(new InvoicePlan(customer, subscription.Text("currency"), "upcoming") { Subscription = subscription })
                : throw None(customer);
        }

        if (!recurringOnly && pending.Count > 0 && subscription.NumberOrNull("next_pending_invoice_item_invoice") is { } at && at < end)
        {
            work.MoveTo(at);
            return work.SubscriptionCycle.InvoicePendingItems(subscription)!;
        }

        work.MoveTo(end);
        return work.SubscriptionCycle.BeginPeriod(subscription);
    }

    private static JsonObject Upcoming(JsonObject invoice, long? prorationDate)
    {
        var shown = invoice.Copy();
        shown["id"] = Identifiers.New("upcoming_in");
        shown["billing_reason"] = invoice.Text("billing_reason") is "subscription_cycle" ? "upcoming" : invoice.Text("billing_reason");
        shown["auto_advance"] = true;
        foreach (var line in shown.Elements("lines"))
        {
            line["invoice"] = shown.Text("id");
        }

        var (_, balance) = InvoiceDrafting.DueAfter(shown.Number("total"), shown.Number("starting_balance"));
        shown["ending_balance"] = balance;
        shown["next_payment_attempt"] = invoice.NumberOrNull("automatically_finalizes_at");
        if (prorationDate is not null && shown.ObjectOrNull("parent")?.ObjectOrNull("subscription_details") is { } parent)
        {
            parent["subscription_proration_date"] = prorationDate;
        }

        return shown;
    }

    private static LocalStripeException None(JsonObject customer) => ErrorHelper.Invalid(
        $"No upcoming invoices for customer: {customer.Text("id")}", code: "invoice_upcoming_none", status: 404);
}
