using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Storefront.Stripe;
using Storefront.Stripe.BillingPortal;
using Storefront.Tests.Features.Checkout;

namespace Storefront.Tests.Features.Payments;

/// <summary>A customer in Stripe's own portal, where subscriptions can be cancelled and kept beside ours.</summary>
public static class StripePortal
{
    public static Task CancelAsync(Buyer buyer) => SubmitAsync(buyer, "cancel");

    public static Task KeepAsync(Buyer buyer) => SubmitAsync(buyer, "keep");

    private static async Task SubmitAsync(Buyer buyer, string action)
    {
        var session = await buyer.Get<StripeClient>().V1.BillingPortal.Sessions.CreateAsync(new SessionCreateOptions { Customer = await buyer.CustomerAsync() });
        var address = new Uri(session.Url);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(address));
        var form = page.Forms.Single(found => found.GetAttribute("action")!.EndsWith("/" + action, StringComparison.Ordinal));
        var fields = form.QuerySelectorAll("input").Cast<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri(address, form.GetAttribute("action")!), content);
        Assert.True((int)answer.StatusCode is 302 or 303, $"{answer.StatusCode}");
    }
}
