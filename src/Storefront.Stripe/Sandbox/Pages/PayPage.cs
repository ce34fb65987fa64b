using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Checkout;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>The hosted payment page of a checkout session. Each form carries a token that is good for one attempt.</summary>
internal sealed class PayPage(LocalStripe stripe, LocalStripeOptions options)
{
    private const string ToRoot = "../";

    public async Task ShowAsync(HttpContext context, string id)
    {
        using var store = stripe.Store.BeginReading();
        if (await OpenAsync(context, store, id, ToRoot) is { } open)
        {
            await WriteAsync(context, open, EmptyForm(open), null);
        }
    }

    public async Task SubmitAsync(HttpContext context, string id)
    {
        var fields = await context.Request.ReadFormAsync(context.RequestAborted);
        using var store = await stripe.Store.BeginAsync(context.RequestAborted);
        if (await OpenAsync(context, store, id, ToRoot, sendsPaidOn: true) is not { } open)
        {
            return;
        }

        var form = CardForm.From(fields, open.FixedEmail);
        if (form.Token != open.Session.Text("_token"))
        {
            await WriteAsync(context, open, form, open.Texts["FormOutdated"], StatusCodes.Status409Conflict);
        }
        else if (form.Check(open.Texts, open.Work.Now) is { } entry)
        {
            await PayAsync(context, open, form, entry, ChargeOccasion.OnSession);
        }
        else
        {
            await WriteAsync(context, open, form, null, StatusCodes.Status422UnprocessableEntity);
        }
    }

    public async Task ShowConfirmationAsync(HttpContext context, string id)
    {
        using var store = stripe.Store.BeginReading();
        if (await OpenAsync(context, store, id, "../../") is not { } open)
        {
            return;
        }

        if (CardAttempt.Restore(open.Session) is not { } entry)
        {
            HostedPage.Redirect(context, "../" + id);
            return;
        }

        var session = open.Session;
        await HostedPage.WriteAsync(
            context, open.Texts, "../../", open.Texts["ConfirmTitle"],
            CardAttempt.RenderConfirmation(
                open.Texts, options.BusinessName, open.Money(session.Number("amount_total")), entry.Card.Last4, "confirm", session.Text("_token")),
            leavesTo: session.Text("success_url"));
    }

    public async Task ConfirmAsync(HttpContext context, string id)
    {
        var fields = await context.Request.ReadFormAsync(context.RequestAborted);
        using var store = await stripe.Store.BeginAsync(context.RequestAborted);
        if (await OpenAsync(context, store, id, "../../", sendsPaidOn: true) is not { } open)
        {
            return;
        }

        if (CardAttempt.Restore(open.Session) is not { } entry || fields["token"] != open.Session.Text("_token"))
        {
            HostedPage.Redirect(context, "../" + id);
            return;
        }

        open.Session["_attempt"] = null;
        if (fields["answer"] == "approve")
        {
            await PayAsync(context, open, EmptyForm(open), entry, ChargeOccasion.Authenticated, "../../");
        }
        else
        {
            open.Work.Checkout.Fail(open.Session, entry, CardRefusal.AuthenticationFailed);
            await RefuseAsync(context, open, EmptyForm(open), CardRefusal.AuthenticationFailed, "../../");
        }
    }

    private async Task PayAsync(
        HttpContext context, OpenSession open, CardForm form, CardEntry entry, ChargeOccasion occasion, string toRoot = ToRoot)
    {
        var refusal = open.Work.Checkout.Pay(open.Session, entry, occasion);
        if (refusal is null)
        {
            Commit(open);
            HostedPage.Redirect(context, open.SuccessUrl);
        }
        else if (refusal.NeedsAuthentication && occasion == ChargeOccasion.OnSession)
        {
            open.Session["_attempt"] = CardAttempt.Keep(entry);
            Commit(open);
            HostedPage.Redirect(context, $"{open.Session.Text("id")}/confirm");
        }
        else
        {
            await RefuseAsync(context, open, form, refusal, toRoot);
        }
    }

    private async Task RefuseAsync(HttpContext context, OpenSession open, CardForm form, CardRefusal refusal, string toRoot)
    {
        Commit(open);
        await WriteAsync(context, open, form, CardAttempt.Explain(open.Texts, refusal), StatusCodes.Status402PaymentRequired, toRoot);
    }

    private void Commit(OpenSession open)
    {
        open.Session["_token"] = Identifiers.Secret();
        open.Work.Store.Save(open.Session);
        open.Work.Store.Commit();
        stripe.WakeDelivery(open.Work.Events.Count);
    }

    /// <summary>Finds a session that can still be paid, or says on a page why there is none.</summary>
    private async Task<OpenSession?> OpenAsync(
        HttpContext context, StripeTransaction store, string id, string toRoot, bool sendsPaidOn = false)
    {
        var session = store.Find("checkout.session", id);
        var texts = PageTexts.For(context.Request, session?.TextOrNull("locale"));
        if (session is null)
        {
            await HostedPage.WriteNoticeAsync(context, texts, toRoot, "NotFound", StatusCodes.Status404NotFound);
            return null;
        }

        var work = stripe.NewWorkspace(store, baseUrl: BaseUrlOf(context), request: null);
        if (session.TextOrNull("customer") is { } customer && store.Find("customer", customer) is { } found)
        {
            work.FollowClockOf(found);
        }

        var open = new OpenSession(work, session, texts);
        if (session.Text("status") == "complete")
        {
            if (sendsPaidOn)
            {
                HostedPage.Redirect(context, open.SuccessUrl);
            }
            else
            {
                await HostedPage.WriteNoticeAsync(context, texts, toRoot, "Paid", StatusCodes.Status200OK, open.SuccessUrl, "Continue");
            }

            return null;
        }

        if (session.Text("status") == "expired" || session.Number("expires_at") <= stripe.NewWorkspace(store, null, null).Now)
        {
            await HostedPage.WriteNoticeAsync(context, texts, toRoot, "Expired", StatusCodes.Status410Gone, session.TextOrNull("cancel_url"));
            return null;
        }

        return open;
    }

    private static CardForm EmptyForm(OpenSession open) => new()
    {
        Email = open.FixedEmail ?? "",
        HasFixedEmail = open.FixedEmail is not null,
    };

    private Task WriteAsync(
        HttpContext context, OpenSession open, CardForm form, string? alert, int status = StatusCodes.Status200OK, string toRoot = ToRoot)
    {
        var (session, texts) = (open.Session, open.Texts);
        var total = session.Number("amount_total");
        var button = session.Text("mode") != "subscription" ? texts["PayButton", open.Money(total)]
            : total == 0 ? texts["StartTrialButton"]
            : texts["SubscribeButton", open.Money(total)];
        var cancel = session.TextOrNull("cancel_url") is { } url
            ? $"""<p class="cancel"><a href="{HostedPage.Encode(url)}">{HostedPage.Encode(texts["Cancel"])}</a></p>"""
            : "";
        var title = texts["PayTitle", options.BusinessName];
        return HostedPage.WriteAsync(
            context, texts, toRoot, title,
            $"""
            <main class="pay">
              <section class="summary">
                <p class="seller">{HostedPage.Encode(options.BusinessName)}</p>
                <h1>{HostedPage.Encode(title)}</h1>
                {PaySummary.Render(open)}
                {cancel}
              </section>
              <section class="payment">
                {form.Render(texts, toRoot + "pay/" + session.Text("id"), session.Text("_token"), button, alert)}
                {CardForm.RenderTestCards(texts)}
              </section>
            </main>
            """,
            status, session.Text("success_url"));
    }

    private static string BaseUrlOf(HttpContext context)
    {
        var path = context.Request.PathBase.Add(context.Request.Path).ToString();
        var prefix = path[..Math.Max(0, path.LastIndexOf("/pay/", StringComparison.Ordinal))];
        return $"{context.Request.Scheme}://{context.Request.Host}{prefix}";
    }
}

/// <summary>A session that can be paid, and the language of its page.</summary>
internal sealed record OpenSession(Workspace Work, JsonObject Session, PageTexts Texts)
{
    public string SuccessUrl => Session.Text("success_url").Replace("{CHECKOUT_SESSION_ID}", Session.Text("id"), StringComparison.Ordinal);

    /// <summary>The customer's e-mail where the shop gave it.</summary>
    public string? FixedEmail => Session.ObjectOrNull("customer_details")?.TextOrNull("email");

    public string Money(long amount) => Currencies.Format(amount, Session.Text("currency"), Texts.Culture);
}
