using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Somebody with a card in front of the local Stripe's payment page, without scripts.</summary>
public sealed class PaymentPage : IDisposable
{
    public const string GoodCard = "4242 4242 4242 4242";
    public const string DeclinedCard = "4000 0000 0000 0002";

    /// <summary>Pays once and is declined at every renewal.</summary>
    public const string FailingLaterCard = "4000 0000 0000 0341";

    /// <summary>Its bank asks the buyer each time.</summary>
    public const string AuthenticatedCard = "4000 0027 6000 3184";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the page sends the buyer afterwards.</summary>
    public Uri? Location { get; private set; }

    public string? Alert { get; private set; }

    public async Task PayAsync(Uri address, string card)
    {
        var document = new HtmlParser().ParseDocument(await http.GetStringAsync(address));
        var form = (IHtmlFormElement)document.QuerySelector("form.card-form")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        (fields["email"], fields["card_number"], fields["expiry"]) = ("ana@example.com", card, "12 / 34");
        (fields["cvc"], fields["name"]) = ("123", "Ana Rojas");
        using var response = await http.PostAsync(new Uri(address, form.GetAttribute("action")!), new FormUrlEncodedContent(fields));
        (Status, Location) = (response.StatusCode, response.Headers.Location);
        var answered = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Alert = answered.QuerySelector("[role=alert]")?.TextContent;
    }

    public void Dispose() => http.Dispose();
}
