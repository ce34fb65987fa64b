using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Checkout;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>The billing portal: the card on file, subscriptions to cancel or keep, invoices.</summary>
internal sealed class PortalPage(LocalStripe stripe, LocalStripeOptions options)
{
    public async Task ShowAsync(HttpContext context, string id)
    {
        using var store = stripe.Store.BeginReading();
        if (await FindAsync(context, store, id, "../") is { } found)
        {
            await WriteAsync(context, found, null, null, "../");
        }
    }

    public async Task ChangeCardAsync(HttpContext context, string id)
    {
        var fields = await context.Request.ReadFormAsync(context.RequestAborted);
        using var store = await stripe.Store.BeginAsync(context.RequestAborted);
        if (await FindAsync(context, store, id, "../../") is not { } found)
        {
            return;
        }

        var form = CardForm.From(fields, found.Customer.TextOrNull("email") ?? "");
        if (form.Token != found.Session.Text("_token"))
        {
            HostedPage.Redirect(context, "../" + id);
        }
        else if (form.Check(found.Texts, found.Work.Now) is not { } entry)
        {
            await WriteAsync(context, found, form, null, "../../", StatusCodes.Status422UnprocessableEntity);
        }
        else if (entry.Card.Decide(ChargeOccasion.Authenticated) is { } refusal)
        {
            await WriteAsync(context, found, form, CardAttempt.Explain(found.Texts, refusal), "../../", StatusCodes.Status402PaymentRequired);
        }
        else
        {
            SetCard(found, entry);
            Commit(found);
            HostedPage.Redirect(context, "../" + id);
        }
    }

    public Task CancelAsync(HttpContext context, string id) => SetCancellationAsync(context, id, cancels: true);

    public Task KeepAsync(HttpContext context, string id) => SetCancellationAsync(context, id, cancels: false);

    private async Task SetCancellationAsync(HttpContext context, string id, bool cancels)
    {
        var fields = await context.Request.ReadFormAsync(context.RequestAborted);
        using var store = await stripe.Store.BeginAsync(context.RequestAborted);
        if (await FindAsync(context, store, id, "../../") is not { } found)
        {
            return;
        }

        if (fields["token"] == found.Session.Text("_token")
            && Subscriptions(found).FirstOrDefault(subscription => subscription.Text("id") == fields["subscription"]) is { } chosen)
        {
            found.Work.Update(chosen, "customer.subscription.updated", json =>
            {
                json["cancel_at_period_end"] = cancels;
                json["cancel_at"] = cancels ? SubscriptionCycle.PeriodEnd(json) : null;
                json["canceled_at"] = cancels ? found.Work.Now : null;
                json["cancellation_details"]!["reason"] = cancels ? "cancellation_requested" : null;
            });
            Commit(found);
        }

        HostedPage.Redirect(context, "../" + id);
    }

    private static void SetCard(FoundPortal found, CardEntry entry)
    {
        var work = found.Work;
        var method = work.Charging.NewMethod(entry.Card, entry.ExpiryMonth, entry.ExpiryYear, entry.Name, entry.Email);
        work.Charging.Attach(method, found.Customer.Text("id"));
        work.Update(found.Customer, "customer.updated", json => json["invoice_settings"]!["default_payment_method"] = method.Text("id"));
        foreach (var subscription in Subscriptions(found))
        {
            work.Update(subscription, "customer.subscription.updated", json => json["default_payment_method"] = method.Text("id"));
        }
    }

    private static IReadOnlyList<JsonObject> Subscriptions(FoundPortal found) =>
    [
        .. found.Work.Store.List(new ObjectQuery("subscription").Where("customer", found.Customer.Text("id")))
            .Where(subscription => subscription.Text("status") is not ("canceled" or "incomplete_expired")),
    ];

    private void Commit(FoundPortal found)
    {
        found.Session["_token"] = Identifiers.Secret();
        found.Work.Store.Save(found.Session);
        found.Work.Store.Commit();
        stripe.WakeDelivery(found.Work.Events.Count);
    }

    private async Task<FoundPortal?> FindAsync(HttpContext context, StripeTransaction store, string id, string toRoot)
    {
        var session = store.Find("billing_portal.session", id);
        var texts = PageTexts.For(context.Request, session?.TextOrNull("locale"));
        if (session is null || store.Find("customer", session.Text("customer")) is not { } customer || customer.Flag("deleted"))
        {
            await HostedPage.WriteNoticeAsync(context, texts, toRoot, "NotFound", StatusCodes.Status404NotFound);
            return null;
        }

        var work = stripe.NewWorkspace(store, baseUrl: null, request: null);
        work.FollowClockOf(customer);
        return new FoundPortal(work, session, customer, texts);
    }

    private Task WriteAsync(
        HttpContext context, FoundPortal found, CardForm? form, string? alert, string toRoot, int status = StatusCodes.Status200OK)
    {
        var texts = found.Texts;
        var action = $"{toRoot}portal/{found.Session.Text("id")}";
        form ??= new CardForm { Email = found.Customer.TextOrNull("email") ?? "", HasFixedEmail = true };
        var back = found.Session.TextOrNull("return_url") is { } url
            ? $"""<p class="cancel"><a href="{HostedPage.Encode(url)}">{HostedPage.Encode(texts["BackToShop"])}</a></p>"""
            : "";
        return HostedPage.WriteAsync(
            context, texts, toRoot, texts["PortalTitle"],
            $"""
            <main class="pay">
              <section class="summary">
                <p class="seller">{HostedPage.Encode(options.BusinessName)}</p>
                <h1>{HostedPage.Encode(texts["PortalTitle"])}</h1>
                {PortalParts.Subscriptions(found.Work, texts, Subscriptions(found), action, found.Session.Text("_token"))}
                {PortalParts.Invoices(found.Work, texts, found.Customer, toRoot)}
                {back}
              </section>
              <section class="payment">
                <h2>{HostedPage.Encode(texts["PortalCard"])}</h2>
                {PortalParts.Card(texts, CardOf(found))}
                <h2>{HostedPage.Encode(texts["PortalChangeCard"])}</h2>
                {form.Render(texts, action + "/card", found.Session.Text("_token"), texts["PortalSaveCard"], alert)}
                {CardForm.RenderTestCards(texts)}
              </section>
            </main>
            """,
            status);
    }

    private static JsonObject? CardOf(FoundPortal found)
    {
        var id = Subscriptions(found).Select(subscription => subscription.TextOrNull("default_payment_method")).FirstOrDefault(method => method is not null)
            ?? found.Customer.ObjectOrNull("invoice_settings")?.TextOrNull("default_payment_method");
        return id is null ? null : found.Work.Store.Find("payment_method", id);
    }

    private sealed record FoundPortal(Workspace Work, JsonObject Session, JsonObject Customer, PageTexts Texts);
}
