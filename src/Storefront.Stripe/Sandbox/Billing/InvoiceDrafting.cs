using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>What an invoice is to be made of.</summary>
internal sealed record InvoicePlan(JsonObject Customer, string Currency, string Reason)
{
    public JsonObject? Subscription { get; init; }

    public IReadOnlyList<JsonObject> Lines { get; init; } = [];

    /// <summary>Whether the invoice takes in the items that wait for the next one.</summary>
    public bool TakesPendingItems { get; init; } = true;

    public bool AutoAdvance { get; init; } = true;

    public long? PeriodStart { get; init; }

    public long? PeriodEnd { get; init; }
}

/// <summary>Makes draft invoices and keeps their sums.</summary>
internal sealed class InvoiceDrafting(Workspace work)
{
    private readonly InvoiceLines _lines = new(work);

    public InvoiceLines Lines => _lines;

    public JsonObject Draft(InvoicePlan plan)
    {
        var invoice = New(plan);
        foreach (var line in plan.Lines)
        {
            Append(invoice, line);
        }

        if (plan.TakesPendingItems)
        {
            foreach (var item in PendingItems(plan.Customer.Text("id"), plan.Subscription?.Text("id"), plan.Currency))
            {
                AppendItem(invoice, item);
            }
        }

        Recalculate(invoice);
        work.Store.Add(invoice);
        if (plan.Subscription is { } subscription)
        {
            work.Update(subscription, null, json => json["latest_invoice"] = invoice.Text("id"));
            work.Discounts.AfterInvoice(subscription, invoice);
        }

        work.Events.Record("invoice.created", invoice);
        return invoice;
    }

    /// <summary>Items that wait: those of the subscription, and those of the customer that belong to none.</summary>
    public IReadOnlyList<JsonObject> PendingItems(string customer, string? subscription, string currency) =>
    [
        .. work.Store.List(new ObjectQuery("invoiceitem") { OldestFirst = true }
                .Where("customer", customer).Where("currency", currency).WhereNull("invoice"))
            .Where(item => item.TextOrNull("_subscription") is not { } owner || owner == subscription),
    ];

    public void AppendItem(JsonObject invoice, JsonObject item)
    {
        Append(invoice, _lines.ForItem(item, invoice.Elements("default_tax_rates").Select(rate => rate.Text("id"))));
        work.Update(item, null, json => json["invoice"] = invoice.Text("id"));
    }

    public void Recalculate(JsonObject invoice)
    {
        work.Discounts.Apply(invoice);
        var lines = invoice.Elements("lines").ToList();
        var taxes = lines.SelectMany(line => line.Elements("taxes")).ToList();
        var subtotal = lines.Sum(line => line.Number("amount"));
        var total = subtotal - lines.Sum(Discounts.Of) + TaxCalculator.Added(taxes);
        invoice["subtotal"] = subtotal;
        invoice["subtotal_excluding_tax"] = subtotal - TaxCalculator.Included(taxes);
        invoice["total"] = total;
        invoice["total_excluding_tax"] = total - TaxCalculator.All(taxes);
        invoice["total_taxes"] = TaxCalculator.Totals(taxes);
        var balance = invoice.TextOrNull("customer") is { } id ? work.Store.Find("customer", id)?.NumberOrNull("balance") ?? 0 : 0;
        invoice["starting_balance"] = balance;
        invoice["amount_due"] = DueAfter(total, balance).Due;
        invoice["amount_remaining"] = DueAfter(total, balance).Due;
    }

    /// <summary>What is due of a total when the customer's balance (negative: credit) is used, and the balance left.</summary>
    public static (long Due, long Balance) DueAfter(long total, long balance)
    {
        var sum = total + balance;
        return sum >= 0 ? (sum, 0) : (0, sum);
    }

    private static void Append(JsonObject invoice, JsonObject line)
    {
        line["invoice"] = invoice.Text("id");
        invoice.Object("lines")["data"]!.AsArray().Add(line);
    }

    private JsonObject New(InvoicePlan plan)
    {
        var id = Identifiers.New("in");
        var customer = plan.Customer;
        var subscription = plan.Subscription;
        var json = new JsonObject
        {
            ["id"] = id,
            ["object"] = "invoice",
            ["amount_due"] = 0,
            ["amount_overpaid"] = 0,
            ["amount_paid"] = 0,
            ["amount_remaining"] = 0,
            ["amount_shipping"] = 0,
            ["attempt_count"] = 0,
            ["attempted"] = false,
            ["auto_advance"] = plan.AutoAdvance,
            ["automatic_tax"] = new JsonObject { ["disabled_reason"] = null, ["enabled"] = false, ["liability"] = null, ["provider"] = null, ["status"] = null },
            ["automatically_finalizes_at"] = plan.AutoAdvance ? work.Now + (long)work.Options.DraftPeriod.TotalSeconds : null,
            ["account_country"] = "US",
            ["account_name"] = work.Options.BusinessName,
            ["billing_reason"] = plan.Reason,
            ["collection_method"] = subscription?.TextOrNull("collection_method") ?? "charge_automatically",
            ["created"] = work.Now,
            ["currency"] = plan.Currency,
            ["customer"] = customer.Text("id"),
            ["customer_address"] = customer["address"]?.DeepClone(),
            ["customer_email"] = customer.TextOrNull("email"),
            ["customer_name"] = customer.TextOrNull("name"),
            ["customer_phone"] = customer.TextOrNull("phone"),
            ["customer_shipping"] = null,
            ["customer_tax_exempt"] = customer.TextOrNull("tax_exempt"),
            ["customer_tax_ids"] = new JsonArray(),
            ["default_tax_rates"] = subscription?["default_tax_rates"]?.DeepClone() ?? new JsonArray(),
            ["discounts"] = subscription?["discounts"]?.DeepClone() ?? new JsonArray(),
            ["issuer"] = new JsonObject { ["type"] = "self" },
            ["lines"] = Array.Empty<JsonObject>().ToStripeList($"/v1/invoices/{id}/lines"),
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["parent"] = subscription is null ? null : new JsonObject
            {
                ["quote_details"] = null,
                ["subscription_details"] = new JsonObject
                {
                    ["metadata"] = subscription["metadata"]?.DeepClone() ?? new JsonObject(),
                    ["subscription"] = subscription.Text("id"),
                },
                ["type"] = "subscription_details",
            },
            ["payment_settings"] = new JsonObject { ["default_mandate"] = null, ["payment_method_options"] = null, ["payment_method_types"] = null },
            ["period_end"] = plan.PeriodEnd ?? work.Now,
            ["period_start"] = plan.PeriodStart ?? work.Now,
            ["post_payment_credit_notes_amount"] = 0,
            ["pre_payment_credit_notes_amount"] = 0,
            ["starting_balance"] = 0,
            ["status"] = "draft",
            ["status_transitions"] = new JsonObject { ["finalized_at"] = null, ["marked_uncollectible_at"] = null, ["paid_at"] = null, ["voided_at"] = null },
            ["subtotal"] = 0,
            ["subtotal_excluding_tax"] = 0,
            ["test_clock"] = customer.TextOrNull("test_clock"),
            ["total"] = 0,
            ["total_discount_amounts"] = new JsonArray(),
            ["total_excluding_tax"] = 0,
            ["total_pretax_credit_amounts"] = new JsonArray(),
            ["total_taxes"] = new JsonArray(),
        };
        return json.WithNulls(
            "account_tax_ids", "application", "custom_fields", "customer_account", "default_payment_method", "default_source",
            "description", "due_date", "effective_at", "ending_balance", "footer", "from_invoice", "hosted_invoice_url",
            "invoice_pdf", "last_finalization_error", "latest_revision", "next_payment_attempt", "number", "on_behalf_of",
            "receipt_number", "rendering", "shipping_cost", "shipping_details", "statement_descriptor", "webhooks_delivered_at");
    }
}
