using System.Globalization;
using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>The sections of the billing portal.</summary>
internal static class PortalParts
{
    public static string Card(PageTexts texts, JsonObject? method)
    {
        if (method?.ObjectOrNull("card") is not { } card)
        {
            return $"<p>{HostedPage.Encode(texts["PortalNoCard"])}</p>";
        }

        var until = string.Create(CultureInfo.InvariantCulture, $"{card.Number("exp_month"):00}/{card.Number("exp_year")}");
        var brand = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(card.Text("brand"));
        return $"""<p class="fixed">{HostedPage.Encode(texts["PortalCardLine", brand, card.Text("last4"), until])}</p>""";
    }

    public static string Subscriptions(Workspace work, PageTexts texts, IReadOnlyList<JsonObject> subscriptions, string action, string token)
    {
        var rows = subscriptions.Count == 0
            ? $"<p>{HostedPage.Encode(texts["PortalNoSubscriptions"])}</p>"
            : string.Concat(subscriptions.Select(subscription => Subscription(work, texts, subscription, action, token)));
        return $"<h2>{HostedPage.Encode(texts["PortalSubscriptions"])}</h2>{rows}";
    }

    public static string Invoices(Workspace work, PageTexts texts, JsonObject customer, string toRoot)
    {
        var invoices = work.Store.List(new ObjectQuery("invoice") { Limit = 24 }.Where("customer", customer.Text("id")).Where("status", "draft", "<>"));
        if (invoices.Count == 0)
        {
            return $"<h2>{HostedPage.Encode(texts["PortalInvoices"])}</h2><p>{HostedPage.Encode(texts["PortalNoInvoices"])}</p>";
        }

        var rows = string.Concat(invoices.Select(invoice => $"""
            <tr><td><a href="{toRoot}invoice/{invoice.Text("id")}">{HostedPage.Encode(invoice.TextOrNull("number"))}</a></td>
            <td>{HostedPage.Encode(texts.ShortDate(invoice.Number("created")))}</td>
            <td>{HostedPage.Encode(texts["Status_" + invoice.Text("status")])}</td>
            <td class="money">{HostedPage.Encode(Currencies.Format(invoice.Number("total"), invoice.Text("currency"), texts.Culture))}</td></tr>
            """));
        return $"""
            <h2>{HostedPage.Encode(texts["PortalInvoices"])}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="{HostedPage.Encode(texts["PortalInvoices"])}"><table>
              <thead><tr><th scope="col">{HostedPage.Encode(texts["Number"])}</th><th scope="col">{HostedPage.Encode(texts["Date"])}</th>
              <th scope="col">{HostedPage.Encode(texts["Status"])}</th><th scope="col" class="money">{HostedPage.Encode(texts["Amount"])}</th></tr></thead>
              <tbody>{rows}</tbody>
            </table></div>
            """;
    }

    private static string Subscription(Workspace work, PageTexts texts, JsonObject subscription, string action, string token)
    {
        var items = subscription.Elements("items").ToList();
        var names = string.Join(", ", items.Select(item => work.Drafting.Lines.ProductName(item.Object("price"))));
        var price = items[0].Object("price");
        var ends = subscription.NumberOrNull("cancel_at");
        var amount = Currencies.Format(items.Sum(Prorations.FullAmount), price.Text("currency"), texts.Culture);
        var (verb, label) = ends is null ? ("cancel", "PortalCancel") : ("keep", "PortalKeep");
        return $"""
            <div class="subscription">
              <p><strong>{HostedPage.Encode(names)}</strong> · {HostedPage.Encode(amount)} {HostedPage.Encode(PaySummary.Every(texts, price))}</p>
              <p class="then">{HostedPage.Encode(texts["Status_" + subscription.Text("status")])} ·
              {HostedPage.Encode(ends is { } end ? texts["PortalEnds", texts.Date(end)] : texts["PortalRenews", texts.Date(SubscriptionCycle.PeriodEnd(subscription))])}</p>
              <form method="post" action="{action}/{verb}">
                <input type="hidden" name="token" value="{HostedPage.Encode(token)}">
                <input type="hidden" name="subscription" value="{HostedPage.Encode(subscription.Text("id"))}">
                <button type="submit" class="secondary">{HostedPage.Encode(texts[label])}</button>
              </form>
            </div>
            """;
    }
}
