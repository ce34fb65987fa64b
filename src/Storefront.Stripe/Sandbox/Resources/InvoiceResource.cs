using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/invoices</c></summary>
internal static class InvoiceResource
{
    public static void Map(ApiRoutes routes) => routes
        .Post("invoices", Create)
        .Get("invoices", List)
        .Get("invoices/{id}", (work, request) => work.Require("invoice", request.Id))
        .Post("invoices/{id}", Update)
        .Delete("invoices/{id}", Delete)
        .Get("invoices/{id}/lines", (work, request) => request.ListOf([.. work.Require("invoice", request.Id).Elements("lines")]))
        .Post("invoices/{id}/finalize", Finalize)
        .Post("invoices/{id}/pay", Pay)
        .Post("invoices/{id}/send", Send)
        .Post("invoices/{id}/void", Void)
        .Post("invoices/{id}/mark_uncollectible", MarkUncollectible);

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var customer = work.RequireCustomer(parameters.RequiredText("customer"));
        var subscription = parameters.Text("subscription") is { } id ? work.Require("subscription", id, "subscription") : null;
        var takesPending = parameters.Choice("pending_invoice_items_behavior", "exclude", "include") == "include";
        var currency = parameters.Has("currency")
            ? PriceResource.CurrencyOf(parameters)
            : subscription?.Text("currency") ?? FirstPendingCurrency(work, customer) ?? "usd";
        var invoice = work.Drafting.Draft(new InvoicePlan(customer, currency, "manual")
        {
            Subscription = subscription,
            TakesPendingItems = takesPending,
            AutoAdvance = parameters.Flag("auto_advance") ?? false,
        });
        work.Update(invoice, null, json =>
        {
            Set(work, json, parameters);
            json["_days_until_due"] = parameters.Integer("days_until_due");
        });
        return invoice;
    }

    private static JsonObject List(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        return request.ListOf(work, new ObjectQuery("invoice")
            .Where("customer", parameters.Text("customer"))
            .Where("parent.subscription_details.subscription", parameters.Text("subscription"))
            .Where("collection_method", parameters.Text("collection_method"))
            .Where("status", parameters.Choice("status", "draft", "open", "paid", "uncollectible", "void")));
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var invoice = Require(work, request);
        work.Update(invoice, "invoice.updated", json => Set(work, json, request.Parameters));
        return invoice;
    }

    private static void Set(Workspace work, JsonObject invoice, Parameters parameters)
    {
        parameters.MergeMetadata(invoice);
        foreach (var name in new[] { "description", "footer", "statement_descriptor" })
        {
            parameters.SetText(invoice, name);
        }

        if (parameters.Flag("auto_advance") is { } advances)
        {
            invoice["auto_advance"] = advances;
            invoice["automatically_finalizes_at"] = advances && invoice.Text("status") == "draft"
                ? work.Now + (long)work.Options.DraftPeriod.TotalSeconds
                : null;
        }

        parameters.SetInteger(invoice, "automatically_finalizes_at");
        parameters.SetInteger(invoice, "due_date");
        invoice["collection_method"] = parameters.Choice("collection_method", "charge_automatically", "send_invoice")
            ?? invoice.Text("collection_method");
        if (parameters.Text("default_payment_method") is { } method)
        {
            invoice["default_payment_method"] = PaymentMethodResource.RequireOf(work, method, invoice.Text("customer"), "default_payment_method");
        }

        if (parameters.Texts("default_tax_rates") is { } rates)
        {
            SetTaxes(work, invoice, rates);
        }
    }

    private static void SetTaxes(Workspace work, JsonObject invoice, IReadOnlyList<string> rates)
    {
        if (invoice.Text("status") != "draft")
        {
            throw ErrorHelper.Invalid("This invoice is no longer editable.", "default_tax_rates", "invoice_not_editable");
        }

        invoice["default_tax_rates"] = SubscriptionCreation.RatesAsObjects(work, rates);
        foreach (var line in invoice.Elements("lines").Where(line => !line.Elements("taxes").Any()))
        {
            line["taxes"] = work.Taxes.TaxesOf(line.Number("amount"), rates);
        }

        work.Drafting.Recalculate(invoice);
    }

    private static JsonObject Delete(Workspace work, ApiRequest request)
    {
        var invoice = Require(work, request);
        if (invoice.Text("status") != "draft" || InvoiceLifecycle.SubscriptionOf(invoice) is not null)
        {
            throw ErrorHelper.Invalid("You can only delete one-off invoices that are drafts; void it instead.", code: "invoice_not_editable");
        }

        foreach (var item in work.Store.List(new ObjectQuery("invoiceitem").Where("invoice", request.Id)).ToList())
        {
            work.Store.Remove(item.Text("id"));
        }

        work.Store.Remove(request.Id);
        work.Events.Record("invoice.deleted", invoice);
        return Deleted.Of(invoice);
    }

    private static JsonObject Finalize(Workspace work, ApiRequest request)
    {
        var invoice = Require(work, request);
        RefuseUnless(invoice, "draft", "This invoice is already finalized, you can't re-finalize a non-draft invoice.");
        if (request.Parameters.Flag("auto_advance") is { } advances)
        {
            invoice["auto_advance"] = advances;
        }

        work.Invoices.Finalize(invoice);
        if (invoice.Text("status") == "open" && invoice.Flag("auto_advance") && invoice.Text("collection_method") == "charge_automatically")
        {
            work.Update(invoice, null, json => json["next_payment_attempt"] = work.Now + (long)work.Options.DraftPeriod.TotalSeconds);
        }

        return invoice;
    }

    private static JsonObject Pay(Workspace work, ApiRequest request)
    {
        var invoice = Require(work, request);
        var parameters = request.Parameters;
        parameters.Flag("off_session");
        var outOfBand = parameters.Flag("paid_out_of_band") == true;
        var method = parameters.Text("payment_method") is { } id
            ? work.Require("payment_method", PaymentMethodResource.RequireOf(work, id, invoice.Text("customer"), "payment_method"))
            : null;
        if (invoice.Text("status") == "draft")
        {
            work.Invoices.Finalize(invoice);
        }
        else if (invoice.Text("status") == "paid")
        {
            throw ErrorHelper.Invalid("Invoice is already paid");
        }

        if (invoice.Text("status") == "paid")
        {
            return invoice;
        }

        if (invoice.Text("status") is not ("open" or "uncollectible"))
        {
            throw ErrorHelper.Invalid($"This invoice can't be paid because its status is {invoice.Text("status")}.");
        }

        if (outOfBand)
        {
            work.Invoices.MarkPaid(invoice, invoice.Number("amount_due"), outOfBand: true);
        }
        else if (work.Invoices.Collect(invoice, method, ChargeOccasion.OffSession, isAutomatic: false) is { } refusal)
        {
            throw refusal == CardRefusal.NoPaymentMethod
                ? ErrorHelper.Invalid(refusal.Message, code: refusal.Code)
                : ErrorHelper.Card(refusal.Code, refusal.DeclineCode, refusal.Message, work.Store.Find("payment_intent", invoice.Text("_payment_intent")));
        }

        return invoice;
    }

    private static JsonObject Send(Workspace work, ApiRequest request)
    {
        var invoice = Require(work, request);
        if (invoice.Text("status") == "draft")
        {
            work.Invoices.Finalize(invoice);
        }

        work.Events.Record("invoice.sent", invoice);
        return invoice;
    }

    private static JsonObject Void(Workspace work, ApiRequest request)
    {
        var invoice = Require(work, request);
        if (invoice.Text("status") is not ("open" or "uncollectible"))
        {
            throw ErrorHelper.Invalid($"You can only pass in open invoices. This invoice isn't open; its status is {invoice.Text("status")}.");
        }

        work.Invoices.Void(invoice);
        return invoice;
    }

    private static JsonObject MarkUncollectible(Workspace work, ApiRequest request)
    {
        var invoice = Require(work, request);
        RefuseUnless(invoice, "open", "You can only mark open invoices as uncollectible.");
        work.Invoices.MarkUncollectible(invoice);
        return invoice;
    }

    private static JsonObject Require(Workspace work, ApiRequest request)
    {
        var invoice = work.Require("invoice", request.Id);
        work.FollowClockOf(invoice);
        return invoice;
    }

    private static void RefuseUnless(JsonObject invoice, string status, string message)
    {
        if (invoice.Text("status") != status)
        {
            throw ErrorHelper.Invalid(message);
        }
    }

    private static string? FirstPendingCurrency(Workspace work, JsonObject customer) => work.Store
        .First(new ObjectQuery("invoiceitem") { Limit = 1 }.Where("customer", customer.Text("id")).WhereNull("invoice"))?.Text("currency");
}
