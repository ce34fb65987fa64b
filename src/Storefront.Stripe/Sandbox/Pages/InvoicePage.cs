using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Checkout;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>The hosted page of an invoice: to read, and to pay while it is open.</summary>
internal sealed class InvoicePage(LocalStripe stripe, LocalStripeOptions options)
{
    private const string ToRoot = "../";

    public async Task ShowAsync(HttpContext context, string id)
    {
        using var store = stripe.Store.BeginReading();
        if (await FindAsync(context, store, id) is { } found)
        {
            await WriteAsync(context, found, null);
        }
    }

    public async Task SubmitAsync(HttpContext context, string id)
    {
        var fields = await context.Request.ReadFormAsync(context.RequestAborted);
        using var store = await stripe.Store.BeginAsync(context.RequestAborted);
        if (await FindAsync(context, store, id) is not { } found)
        {
            return;
        }

        var form = CardForm.From(fields, found.Invoice.TextOrNull("customer_email") ?? "");
        if (found.Invoice.Text("status") != "open" || form.Token != TokenOf(found.Invoice))
        {
            HostedPage.Redirect(context, id);
        }
        else if (form.Check(found.Texts, found.Work.Now) is not { } entry)
        {
            await WriteAsync(context, found, form, null, StatusCodes.Status422UnprocessableEntity);
        }
        else if (entry.Card.Decide(ChargeOccasion.OnSession) is { NeedsAuthentication: true })
        {
            found.Invoice["_attempt"] = CardAttempt.Keep(entry);
            Commit(found);
            await HostedPage.WriteAsync(
                context, found.Texts, ToRoot, found.Texts["ConfirmTitle"],
                CardAttempt.RenderConfirmation(
                    found.Texts, options.BusinessName, found.Money("amount_due"), entry.Card.Last4, id + "/confirm", TokenOf(found.Invoice)));
        }
        else
        {
            await PayAsync(context, found, form, entry, id);
        }
    }

    public async Task ConfirmAsync(HttpContext context, string id)
    {
        var fields = await context.Request.ReadFormAsync(context.RequestAborted);
        using var store = await stripe.Store.BeginAsync(context.RequestAborted);
        if (await FindAsync(context, store, id) is not { } found)
        {
            return;
        }

        if (found.Invoice.Text("status") == "open" && fields["token"] == TokenOf(found.Invoice) && fields["answer"] == "approve"
            && CardAttempt.Restore(found.Invoice) is { } entry)
        {
            found.Invoice["_attempt"] = null;
            Pay(found, entry);
            Commit(found);
        }

        HostedPage.Redirect(context, "../" + id);
    }

    private async Task PayAsync(HttpContext context, FoundInvoice found, CardForm form, CardEntry entry, string id)
    {
        var refusal = Pay(found, entry);
        Commit(found);
        if (refusal is null)
        {
            HostedPage.Redirect(context, id);
        }
        else
        {
            await WriteAsync(context, found, form, CardAttempt.Explain(found.Texts, refusal), StatusCodes.Status402PaymentRequired);
        }
    }

    /// <summary>Pays with a card that from then on is the one of the subscription.</summary>
    private static CardRefusal? Pay(FoundInvoice found, CardEntry entry)
    {
        var (work, invoice) = (found.Work, found.Invoice);
        var method = work.Charging.NewMethod(entry.Card, entry.ExpiryMonth, entry.ExpiryYear, entry.Name, entry.Email);
        work.Store.Add(method);
        var refusal = work.Invoices.Collect(invoice, method, ChargeOccasion.Authenticated, isAutomatic: false);
        if (refusal is null)
        {
            work.Charging.Attach(method, invoice.Text("customer"));
            if (InvoiceLifecycle.SubscriptionOf(invoice) is { } id && work.Store.Find("subscription", id) is { } subscription)
            {
                work.Update(subscription, "customer.subscription.updated", json => json["default_payment_method"] = method.Text("id"));
            }
        }

        return refusal;
    }

    private void Commit(FoundInvoice found)
    {
        found.Invoice["_token"] = Identifiers.Secret();
        found.Work.Store.Save(found.Invoice);
        found.Work.Store.Commit();
        stripe.WakeDelivery(found.Work.Events.Count);
    }

    private async Task<FoundInvoice?> FindAsync(HttpContext context, StripeTransaction store, string id)
    {
        var invoice = store.Find("invoice", id);
        var customer = invoice is null ? null : store.Find("customer", invoice.Text("customer"));
        var texts = PageTexts.For(context.Request, customer?.Texts("preferred_locales").FirstOrDefault());
        if (invoice is null || invoice.Text("status") == "draft")
        {
            await HostedPage.WriteNoticeAsync(context, texts, ToRoot, "NotFound", StatusCodes.Status404NotFound);
            return null;
        }

        var work = stripe.NewWorkspace(store, baseUrl: null, request: null);
        work.FollowClockOf(invoice);
        return new FoundInvoice(work, invoice, texts);
    }

    private static string TokenOf(JsonObject invoice) => invoice.TextOrNull("_token") ?? invoice.Text("id");

    private Task WriteAsync(HttpContext context, FoundInvoice found, CardForm? form, string? alert = null, int status = StatusCodes.Status200OK)
    {
        var (invoice, texts) = (found.Invoice, found.Texts);
        var title = texts["InvoiceTitle", invoice.TextOrNull("number") ?? ""];
        var email = invoice.TextOrNull("customer_email") ?? "";
        form ??= new CardForm { Email = email, HasFixedEmail = true };
        var payment = invoice.Text("status") != "open" ? "" : $"""
            <section class="payment">
              {form.Render(texts, ToRoot + "invoice/" + invoice.Text("id"), TokenOf(invoice), texts["PayButton", found.Money("amount_due")], alert)}
              {CardForm.RenderTestCards(texts)}
            </section>
            """;
        var lines = string.Concat(invoice.Elements("lines").Select(line =>
            $"""<li><span class="what">{HostedPage.Encode(line.TextOrNull("description"))}</span> <span class="money">{HostedPage.Encode(Currencies.Format(line.Number("amount"), invoice.Text("currency"), texts.Culture))}</span></li>"""));
        return HostedPage.WriteAsync(
            context, texts, ToRoot, title,
            $"""
            <main class="{(payment.Length == 0 ? "notice wide" : "pay")}">
              <section class="summary">
                <p class="seller">{HostedPage.Encode(options.BusinessName)}</p>
                <h1>{HostedPage.Encode(title)}</h1>
                <p class="amount">{HostedPage.Encode(found.Money("amount_due"))}</p>
                <p class="then">{HostedPage.Encode(texts["Status_" + invoice.Text("status")])} · {HostedPage.Encode(texts.Date(invoice.Number("created")))}</p>
                <ul class="lines">{lines}</ul>
                <dl class="sums">{Discount(found)}<div><dt>{HostedPage.Encode(texts["Total"])}</dt><dd>{HostedPage.Encode(found.Money("total"))}</dd></div></dl>
              </section>
              {payment}
            </main>
            """,
            status);
    }

    private static string Discount(FoundInvoice found) => string.Concat(found.Invoice.Elements("total_discount_amounts").Select(taken =>
    {
        var coupon = found.Work.Discounts.CouponOf(taken.Text("discount"));
        var amount = Currencies.Format(-taken.Number("amount"), found.Invoice.Text("currency"), found.Texts.Culture);
        return $"<div><dt>{HostedPage.Encode(coupon.TextOrNull("name") ?? coupon.Text("id"))}</dt><dd>{HostedPage.Encode(amount)}</dd></div>";
    }));

    private sealed record FoundInvoice(Workspace Work, JsonObject Invoice, PageTexts Texts)
    {
        public string Money(string name) => Currencies.Format(Invoice.Number(name), Invoice.Text("currency"), Texts.Culture);
    }
}
