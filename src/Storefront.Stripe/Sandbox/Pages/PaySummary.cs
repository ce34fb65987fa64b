using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>What is being bought and what it costs, on the payment page.</summary>
internal static class PaySummary
{
    public static string Render(OpenSession open)
    {
        var (session, texts) = (open.Session, open.Texts);
        var lines = session.Elements("_line_items").ToList();
        var tax = session.Object("total_details").Number("amount_tax");
        var discount = session.Elements("discounts").FirstOrDefault() is { } taken ? open.Work.Store.Find("coupon", taken.Text("coupon")) : null;
        var sums = tax == 0 && discount is null ? "" : Row(texts["Subtotal"], open.Money(session.Number("amount_subtotal")));
        if (discount is not null)
        {
            sums += Row(discount.TextOrNull("name") ?? discount.Text("id"), open.Money(-session.Object("total_details").Number("amount_discount")));
        }

        if (tax != 0)
        {
            sums += Row(texts["Tax"], open.Money(tax));
        }

        return $"""
            <p class="amount">{HostedPage.Encode(open.Money(session.Number("amount_total")))}</p>
            {Then(open, lines)}
            <ul class="lines">{string.Concat(lines.Select(line => Line(open, line)))}</ul>
            <dl class="sums">{sums}{Row(texts["DueToday"], open.Money(session.Number("amount_total")))}</dl>
            """;
    }

    public static string Every(PageTexts texts, JsonObject price)
    {
        var (interval, count) = Recurrence.Of(price);
        return count == 1 ? texts["Every_" + interval] : texts["EveryCount_" + interval, count];
    }

    private static string Then(OpenSession open, List<JsonObject> lines)
    {
        var recurring = lines.Where(line => line.Object("price").ObjectOrNull("recurring") is not null).ToList();
        return recurring.Count == 0
            ? ""
            : $"""<p class="then">{HostedPage.Encode(open.Texts["ThenEvery", open.Money(recurring.Sum(line => line.NumberOrNull("_full_total") ?? line.Number("amount_total"))), Every(open.Texts, recurring[0].Object("price"))])}</p>""";
    }

    private static string Line(OpenSession open, JsonObject line)
    {
        var price = line.Object("price");
        var notes = new List<string>();
        if (line.TextOrNull("_description") is { } description)
        {
            notes.Add(description);
        }

        if (line.Number("quantity") > 1)
        {
            notes.Add(open.Texts["Quantity", line.Number("quantity")]);
        }

        if (price.ObjectOrNull("recurring") is not null)
        {
            notes.Add(Every(open.Texts, price));
        }

        return $"""
            <li><span class="what"><strong>{HostedPage.Encode(line.TextOrNull("description"))}</strong>
            {string.Concat(notes.Select(note => $"<small>{HostedPage.Encode(note)}</small>"))}</span>
            <span class="money">{HostedPage.Encode(open.Money(line.Number("amount_subtotal")))}</span></li>
            """;
    }

    private static string Row(string label, string value) => $"<div><dt>{HostedPage.Encode(label)}</dt><dd>{HostedPage.Encode(value)}</dd></div>";
}
