using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/invoiceitems</c></summary>
internal static class InvoiceItemResource
{
    public static void Map(ApiRoutes routes) => routes
        .Post("invoiceitems", Create)
        .Get("invoiceitems", List)
        .Get("invoiceitems/{id}", (work, request) => work.Require("invoiceitem", request.Id))
        .Post("invoiceitems/{id}", Update)
        .Delete("invoiceitems/{id}", Delete);

    /// <summary>Makes an item from the parameters of a call or of a preview and stores it.</summary>
    public static JsonObject AddFrom(Workspace work, Parameters parameters, JsonObject customer, JsonObject? subscription, string? priceId)
    {
        var price = priceId is null ? null : work.Require("price", priceId, parameters.PathOf("price"));
        price ??= parameters.Part("price_data") is { } data ? PriceResource.AddFrom(work, data, isInline: true) : null;
        var quantity = parameters.NotNegative("quantity") ?? 1;
        var unit = price?.NumberOrNull("unit_amount") ?? parameters.Integer("unit_amount_decimal") ?? parameters.Integer("unit_amount");
        var amount = parameters.Integer("amount") ?? (unit is null ? throw parameters.Missing("amount") : unit.Value * quantity);
        var currency = price?.Text("currency") ?? (parameters.Has("currency") ? PriceResource.CurrencyOf(parameters) : subscription?.Text("currency"))
            ?? throw parameters.Missing("currency");
        if (subscription is not null && subscription.Text("currency") != currency)
        {
            throw parameters.Invalid("currency", $"The currency of the subscription is {subscription.Text("currency")}, not {currency}.");
        }

        var item = InvoiceItems.New(work, customer.Text("id"), amount, currency, subscription);
        item["pricing"] = price is null
            ? null
            : InvoiceLines.PricingOf(price, unit ?? 0);
        item["quantity"] = quantity;
        item["quantity_decimal"] = quantity.ToString(CultureInfo.InvariantCulture);
        item["description"] = price is null ? null : work.Drafting.Lines.ProductName(price);
        Set(work, item, parameters);
        parameters.Ignore("currency", "tax_behavior", "tax_code");
        InvoiceItems.Add(work, item);
        return item;
    }

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var customer = work.RequireCustomer(parameters.RequiredText("customer"));
        var subscription = parameters.Text("subscription") is { } id ? work.Require("subscription", id, "subscription") : null;
        if (subscription is not null && subscription.Text("customer") != customer.Text("id"))
        {
            throw parameters.Invalid("subscription", "The subscription belongs to another customer.");
        }

        var item = AddFrom(work, parameters, customer, subscription, parameters.Part("pricing")?.RequiredText("price"));
        if (parameters.Text("invoice") is { } invoiceId)
        {
            var invoice = work.Require("invoice", invoiceId, "invoice");
            RefuseUnlessDraft(invoice);
            work.Drafting.AppendItem(invoice, item);
            work.Update(invoice, "invoice.updated", work.Drafting.Recalculate);
        }

        return item;
    }

    private static JsonObject List(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var query = new ObjectQuery("invoiceitem")
            .Where("customer", parameters.Text("customer"))
            .Where("invoice", parameters.Text("invoice"));
        if (parameters.Flag("pending") == true)
        {
            query.WhereNull("invoice");
        }

        return request.ListOf(work, query);
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var item = work.Require("invoiceitem", request.Id);
        var parameters = request.Parameters;
        var invoice = DraftOf(work, item);
        work.Update(item, null, json =>
        {
            json["amount"] = parameters.Integer("amount") ?? json.Number("amount");
            json["net_amount"] = json.Number("amount");
            Set(work, json, parameters);
        });
        if (invoice is not null)
        {
            RemoveLine(invoice, request.Id);
            work.Drafting.AppendItem(invoice, item);
            work.Update(invoice, "invoice.updated", work.Drafting.Recalculate);
        }

        return item;
    }

    private static JsonObject Delete(Workspace work, ApiRequest request)
    {
        var item = work.Require("invoiceitem", request.Id);
        if (DraftOf(work, item) is { } invoice)
        {
            RemoveLine(invoice, request.Id);
            work.Update(invoice, "invoice.updated", work.Drafting.Recalculate);
        }

        work.Store.Remove(request.Id);
        work.Events.Record("invoiceitem.deleted", item);
        return Deleted.Of(item);
    }

    private static void Set(Workspace work, JsonObject item, Parameters parameters)
    {
        parameters.SetText(item, "description");
        parameters.SetFlag(item, "discountable");
        parameters.MergeMetadata(item);
        if (parameters.Part("period") is { } period)
        {
            item["period"] = new JsonObject
            {
                ["end"] = period.Integer("end") ?? throw period.Missing("end"),
                ["start"] = period.Integer("start") ?? throw period.Missing("start"),
            };
        }

        if (parameters.Texts("tax_rates") is { } rates)
        {
            item["tax_rates"] = SubscriptionCreation.RatesAsObjects(work, rates);
        }
    }

    private static JsonObject? DraftOf(Workspace work, JsonObject item)
    {
        if (item.TextOrNull("invoice") is not { } id)
        {
            return null;
        }

        var invoice = work.Require("invoice", id);
        RefuseUnlessDraft(invoice);
        return invoice;
    }

    private static void RefuseUnlessDraft(JsonObject invoice)
    {
        if (invoice.Text("status") != "draft")
        {
            throw ErrorHelper.Invalid("This invoice is no longer editable.", "invoice", "invoice_not_editable");
        }
    }

    private static void RemoveLine(JsonObject invoice, string item)
    {
        var lines = invoice.Object("lines")["data"]!.AsArray();
        lines.Remove(lines.OfType<JsonObject>().FirstOrDefault(line =>
            line.Object("parent").ObjectOrNull("invoice_item_details")?.TextOrNull("invoice_item") == item
            || line.Object("parent").ObjectOrNull("subscription_item_details")?.TextOrNull("invoice_item") == item));
    }
}
